import { setTimeout as sleep } from 'node:timers/promises';
import { verifyNatively } from '@tinhgon/commands/receipts/key-ring';
import { sentenceOf } from '@tinhgon/database/record/finding';
import { verifyBundle } from '@tinhgon/database/record/verify-bundle';
import type { Random } from '../demo/random.ts';
import type { Outcome } from './client.ts';
import type { Fault, Scene } from './fault.ts';
import { judge, standing } from './ledger.ts';
import { PEOPLE } from './ministry.ts';
import { LIFE, type Plan } from './plan-life.ts';
import type { RecordReader } from './record.ts';
import { reconcile } from './reconcile.ts';
import { tellOf } from './trouble.ts';

/** Nobody waits longer for a system to come back. */
const RECOVERY_LIMIT_MS = 300_000;
const LOOK_EVERY_MS = 50;
/** Longer than an API waits before it asks the identity provider for new keys again. */
const ANSWER_LIMIT_MS = 60_000;
/** Acknowledged commands sent once more after each fault, besides all whose end is not known. */
const REPEATED = 8;
/** Plans whose receipts are verified after each fault. */
const VERIFIED = 4;
const RECONCILE_TRIES = 3;

export interface Round {
  readonly fault: string;
  readonly what: string;
  /** From the moment it was injected. */
  readonly lastedMs: number;
  /**
   * From its end (for what ends at once: from its beginning) until a decision given after that was acknowledged and
   * everything acknowledged before is on record.
   */
  readonly recoveryMs: number;
  /** Until every plan under way had moved on. */
  readonly allGoOnMs: number;
  readonly commands: Readonly<Record<'acknowledged' | 'unknown' | 'refused', number>>;
  readonly refusals: readonly string[];
  readonly problems: readonly string[];
}

/** One fault in the middle of the work, and everything that must hold after it. */
export async function playRound(
  scene: Scene,
  record: RecordReader,
  fault: Fault,
  random: Random,
): Promise<Round> {
  const { load, client } = scene;
  const from = load.ledger.length;
  load.resume();
  await Promise.race([sleep(random.integer(300, 2_000)), load.broken]);

  const began = Date.now();
  const injected = await fault.inject(scene, random);
  const ends = began + injected.lastsMs;
  await Promise.race([sleep(Math.max(0, ends - Date.now())), load.broken]);
  const problems = [...(await injected.heal())];
  const healed = injected.lastsMs > 0 ? Date.now() : began;

  const back = recovered(scene, record, healed).catch((error: unknown) => {
    throw new Error(`${fault.name} (${injected.what})`, { cause: error });
  });
  const { recoveryMs, allGoOnMs } = await Promise.race([back, load.broken]);
  await load.pause();
  problems.push(...client.unforeseen().map((answer) => `an answer nobody foresaw: ${answer}`));
  const given = load.ledger.slice(from);
  const commands = { acknowledged: 0, unknown: 0, refused: 0 };
  for (const entry of given) commands[standing(entry)] += 1;
  problems.push(...(await repeatSome(scene, from, random)));
  problems.push(...(await checkRecord(scene, record, from)));
  problems.push(...(await checkReceipts(scene, from, random)));
  return {
    fault: fault.name,
    what: injected.what,
    lastedMs: injected.lastsMs,
    recoveryMs,
    allGoOnMs,
    commands,
    refusals: [...new Set(given.flatMap(({ refusals }) => [...refusals]))].sort(),
    problems,
  };
}

async function recovered(
  { load, system }: Scene,
  record: RecordReader,
  healed: number,
): Promise<{ recoveryMs: number; allGoOnMs: number }> {
  const limit = Date.now() + RECOVERY_LIMIT_MS;
  const before = load.ledger.filter((entry) => standing(entry) === 'acknowledged');
  const owed = before.map(({ commandId }) => commandId);
  const plans = [...load.plans];
  let recoveryMs: number | undefined;
  for (;;) {
    const first = load.ledger.find(
      ({ sentAt, acknowledgedAt, type }) =>
        sentAt >= healed && acknowledgedAt !== undefined && type !== 'begin',
    );
    if (first && recoveryMs === undefined && (await record.countOf(owed)) === owed.length)
      recoveryMs = Date.now() - healed;
    if (recoveryMs !== undefined && plans.every((plan) => hasMoved(plan, healed)))
      return { recoveryMs, allGoOnMs: Date.now() - healed };
    if (Date.now() > limit) throw new Error(await whyNot(load, system, record, owed, healed));
    await sleep(LOOK_EVERY_MS);
  }
}

const hasMoved = ({ movedAt, taken }: Plan, since: number): boolean =>
  movedAt > since || taken >= LIFE.length;

async function whyNot(
  load: Scene['load'],
  system: Scene['system'],
  record: RecordReader,
  owed: readonly string[],
  healed: number,
): Promise<string> {
  const stuck = load.plans.filter((plan) => !hasMoved(plan, healed));
  const onRecord = await record.countOf(owed);
  return [
    `not recovered after ${RECOVERY_LIMIT_MS / 1000} s: ${owed.length - onRecord} of ${owed.length} acknowledged commands are not on record, ${stuck.length} plans do not go on`,
    ...(await tellOf(stuck, load, system)),
  ].join('\n');
}

/** Not an answer to the command: nothing was heard, or a replica does not know the person's new token yet. */
const isPassing = (outcome: Outcome): boolean =>
  outcome.end === 'silent' || (outcome.end === 'refused' && outcome.status === 401);

/** The very same command again: what took effect is answered as it was, what did not may do so now. */
async function repeatSome({ load }: Scene, from: number, random: Random): Promise<string[]> {
  const given = new Set(load.ledger.slice(from));
  const sent = load.sent.filter(({ entry }) => given.has(entry));
  const unknown = sent.filter(({ entry }) => standing(entry) === 'unknown');
  const known = random.shuffle(sent.filter(({ entry }) => standing(entry) === 'acknowledged'));
  const problems: string[] = [];
  for (const { entry, repeat } of [...unknown, ...known.slice(0, REPEATED)]) {
    const was = standing(entry);
    const limit = Date.now() + ANSWER_LIMIT_MS;
    let outcome = await repeat();
    while (isPassing(outcome) && Date.now() < limit) {
      await sleep(LOOK_EVERY_MS * 4);
      outcome = await repeat();
    }
    if (outcome.end === 'silent')
      problems.push(`${entry.subject}: no answer to ${entry.commandId}: ${outcome.why}`);
    if (was === 'acknowledged' && outcome.end === 'refused')
      problems.push(
        `${entry.subject}: ${entry.type} was acknowledged and refused when repeated: ${outcome.code}`,
      );
    // Now its end is known; a refusal of what did take effect is found by the judge.
    if (outcome.end === 'refused') entry.lost = 0;
  }
  return problems;
}

/** The record against the ledger, the chains, and the workflows against their rows. */
export async function checkRecord(scene: Scene, record: RecordReader, from: number): Promise<string[]> {
  const { load, system } = scene;
  const given = load.ledger.slice(from);
  const subjects = [...new Set(given.map(({ subject }) => subject))];
  const ofThem = load.ledger.filter(({ subject }) => subjects.includes(subject));
  const owed = ofThem.filter((entry) => standing(entry) === 'acknowledged').map(({ commandId }) => commandId);
  const limit = Date.now() + RECOVERY_LIMIT_MS;
  while ((await record.countOf(owed)) < owed.length && Date.now() < limit) await sleep(LOOK_EVERY_MS);
  const problems = judge(ofThem, await record.commandsOf(subjects));
  problems.push(...(await record.brokenChains(subjects)));
  let compared = await reconcile(system);
  for (let tries = 1; compared.code !== 0 && tries < RECONCILE_TRIES; tries += 1)
    compared = await reconcile(system);
  if (compared.code !== 0) problems.push(`reconcile: ${compared.said}`);
  return problems;
}

async function checkReceipts({ load, client }: Scene, from: number, random: Random): Promise<string[]> {
  const touched = load.ledger.slice(from).map(({ subject }) => subject);
  const plans = [...new Set(touched.filter((subject) => subject.startsWith('plan/')))];
  const problems: string[] = [];
  for (const subject of random.shuffle(plans).slice(0, VERIFIED)) {
    const bundle = await client.ask(PEOPLE.drafter, `/audit/${subject}`);
    const findings = verifyBundle(bundle, { verify: verifyNatively });
    // What an API that was not told of new keys signed with the old: it is on record, and told apart.
    const wrong = findings.filter(({ what }) => what !== 'keyNotInUse');
    problems.push(...wrong.map((finding) => `${subject}: ${sentenceOf(finding)}`));
  }
  return problems;
}
