/** Program: `start` runs the production topology on this machine until it is told to end; `stop` ends one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../problem.ts';
import { endProcess } from '../process/end-process.ts';
import { findLauncher } from '../stack/launcher-lock.ts';
import { readSettings } from '../stack/settings.ts';
import { type RunningTopology, startTopology } from '../topology/start-topology.ts';
import { explain, progressWords } from '../words/terminal.ts';

const END_TIMEOUT_MS = 30_000;
const words = progressWords();
const [command = 'start'] = process.argv.slice(2);
try {
  if (command === 'stop') await end();
  else await run();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

async function end(): Promise<void> {
  const launcher = findLauncher(readSettings(process.env).DATA_DIR);
  if (launcher === undefined) throw new Problem('NOT_RUNNING');
  await endProcess(launcher, { graceMs: END_TIMEOUT_MS });
  console.log(words.stopped);
}

async function run(): Promise<void> {
  let running: Promise<RunningTopology> | undefined;
  let stopping = false;
  const onSignal = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    console.log(words.stopping);
    const ended = running?.then((topology) => topology.stop()).catch(() => {});
    await Promise.race([ended, sleep(END_TIMEOUT_MS)]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void onSignal());
  // The wrapper that started us holds this channel: when it is killed nobody could stop us any more.
  process.on('disconnect', () => void onSignal());
  running = startTopology(process.env, (line) => console.log(line));
  const { addresses } = await running;
  console.log(words.ready(addresses.web));
  if (addresses.temporalUi !== '') console.log(words.temporalUi(addresses.temporalUi));
  console.log(words.howToStop);
}
