import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DEMO_AGENCIES, DEMO_PEOPLE } from '../../demo/people.ts';
import { type RunningStack, startStack } from '../stack/start-stack.ts';
import { Stopped } from '../stack/undo.ts';
import { describePerson } from '../words/functions.ts';
import { explain, progressWords, terminalLanguage } from '../words/terminal.ts';

/** Time limit for ending everything, whatever hangs. */
const END_TIMEOUT_MS = 15_000;
const SHORT_LIST = 6;

/** Runs the stack in the foreground until Ctrl+C, a signal, or the death of the program that started this one. */
export async function runStack(mode: 'start' | 'dev'): Promise<void> {
  const words = progressWords();
  const { values } = parseArgs({ options: { empty: { type: 'boolean', default: false } } });
  let end: (() => Promise<void>) | undefined;
  let stopping = false;
  let started: Promise<RunningStack> | undefined;

  const onSignal = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    console.log(words.stopping);
    const all = Promise.allSettled([end?.(), started]);
    await Promise.race([all, sleep(END_TIMEOUT_MS)]);
    console.log(words.stopped);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void onSignal());
  // The wrapper that started us holds this channel: when it is killed nobody could stop us any more.
  process.on('disconnect', () => void onSignal());
  // With the terminal gone, writing to it fails: that must not keep us from ending the parts.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

  try {
    started = startStack({
      mode,
      empty: values.empty,
      environment: process.env,
      say: (line) => console.log(line),
      onStarting: (stop) => {
        end = stop;
      },
    });
    announce(await started);
  } catch (error) {
    if (error instanceof Stopped || stopping) return;
    console.error(explain(error));
    process.exit(1);
  }
}

function announce(stack: RunningStack): void {
  const words = progressWords();
  console.log(`\n${words.ready(stack.addresses.web)}`);
  if (stack.addresses.temporalUi !== '') console.log(words.temporalUi(stack.addresses.temporalUi));
  if (stack.evaluation) {
    console.log(`\n${words.synthetic} ${words.people}`);
    for (const line of shortList()) console.log(`  ${line}`);
    console.log(words.morePeople);
  } else if (stack.administrator !== undefined) {
    console.log(words.firstAdministrator(stack.administrator));
  }
  console.log(`\n${words.howToStop}`);
}

/** A few people who can take a plan through its first steps, and those who watch. */
function shortList(): string[] {
  const language = terminalLanguage();
  const agencyName = new Map(DEMO_AGENCIES.map((agency) => [agency.code, agency[language]]));
  const [first] = DEMO_AGENCIES;
  const ministry = DEMO_PEOPLE.filter((person) => person.agency === first?.code);
  const watchers = DEMO_PEOPLE.filter((person) => person.roles.length > 0);
  const chosen = [...new Set([...ministry, ...watchers])].slice(0, SHORT_LIST);
  const width = Math.max(...chosen.map(({ user }) => user.length));
  return chosen.map(
    (person) =>
      `${person.user.padEnd(width)}  ${person.name}, ${agencyName.get(person.agency) ?? person.agency}: ${describePerson(person, language)}`,
  );
}
