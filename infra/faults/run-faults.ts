import { once } from 'node:events';
import { inspect } from 'node:util';
import { chooseKinds, randomOf } from './choose.ts';
import { openClient } from './client.ts';
import type { Fault } from './fault.ts';
import { FAULTS } from './kinds/all.ts';
import { type Load, startLoad } from './load.ts';
import { enterMinistry } from './ministry.ts';
import { readRecord } from './record.ts';
import { checkRecord, playRound, type Round } from './round.ts';
import { type Shape, startSystem } from './system.ts';

export interface FaultsOptions {
  readonly seed: number;
  readonly faults: number;
  /** No fault is begun later than this. */
  readonly minutes: number;
  /** Names of kinds; all of them when empty. */
  readonly only: readonly string[];
  readonly on: Shape;
  readonly say: (line: string) => void;
  readonly onRound: (round: Round, number: number) => void;
  /** Ends it early, with all that was started. */
  readonly signal?: AbortSignal;
}

export interface FaultsReport {
  readonly seed: number;
  readonly on: Shape;
  readonly rounds: readonly Round[];
  /** Kinds that could not be had here, and why. */
  readonly leftOut: Readonly<Record<string, string>>;
  readonly commands: number;
  readonly acknowledged: number;
  readonly plans: { readonly begun: number; readonly finished: number };
  /** What was wrong at the very end, or ended it early. */
  readonly problems: readonly string[];
}

const PEOPLE = 4;
const PLANS_EACH = 2;

/** Runs one system under load, injects faults one after the other, and checks after each what must hold. */
export async function runFaults(options: FaultsOptions): Promise<FaultsReport> {
  const kinds = wanted(options.only);
  const needs = new Set(kinds.flatMap((kind) => kind.needs ?? []));
  const system = await startSystem(options.on, needs, options.say);
  const rounds: Round[] = [];
  const problems: string[] = [];
  const leftOut: Record<string, string> = {};
  let load: Load | undefined;
  try {
    const possible = kinds.filter((kind) => {
      const why = kind.lacks?.(system);
      if (why !== undefined) leftOut[kind.name] = why;
      return why === undefined;
    });
    const { api, oidcIssuer: issuer, databaseUrl } = system.addresses;
    const client = openClient({ api, issuer, dataDir: system.dataDir });
    const record = readRecord(databaseUrl);
    await enterMinistry(api, client);
    load = await startLoad(client, {
      people: PEOPLE,
      plansEach: PLANS_EACH,
      random: randomOf(options.seed, 0),
    });
    const scene = { system, load, client };
    const chosen = chooseKinds(possible, options.faults, randomOf(options.seed, 0));
    const until = Date.now() + options.minutes * 60_000;
    for (const [index, kind] of chosen.entries()) {
      if (Date.now() > until) break;
      const round = await Promise.race([
        playRound(scene, record, kind, randomOf(options.seed, index + 1)),
        aborted(options.signal),
      ]);
      rounds.push(round);
      options.onRound(round, index + 1);
    }
    await Promise.race([load.finish(), load.broken, aborted(options.signal)]);
    problems.push(...(await checkRecord(scene, record, 0)));
    problems.push(...(await record.unfinished(load.finished.map(({ code }) => code))));
  } catch (error) {
    problems.push(`after ${rounds.length} faults: ${inspect(error)}`);
  } finally {
    load?.end();
    const failed = problems.length > 0 || rounds.some((round) => round.problems.length > 0);
    await system.stop(failed ? 'keep-logs' : 'throw-away');
    if (failed) options.say(`The logs are kept in ${system.dataDir}/logs`);
  }
  const ledger = load?.ledger ?? [];
  return {
    seed: options.seed,
    on: options.on,
    rounds,
    leftOut,
    commands: ledger.length,
    acknowledged: ledger.filter(({ versions }) => versions.size > 0).length,
    plans: {
      begun: (load?.plans.length ?? 0) + (load?.finished.length ?? 0),
      finished: load?.finished.length ?? 0,
    },
    problems,
  };
}

export const failures = ({ rounds, problems }: FaultsReport): number =>
  problems.length + rounds.reduce((sum, round) => sum + round.problems.length, 0);

/** Never, or with the signal's reason. */
async function aborted(signal = new AbortController().signal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}

function wanted(only: readonly string[]): readonly Fault[] {
  const unknown = only.find((name) => !FAULTS.some((fault) => fault.name === name));
  if (unknown !== undefined)
    throw new RangeError(`there is no fault ${unknown}, only ${FAULTS.map(({ name }) => name).join(', ')}`);
  return only.length === 0 ? FAULTS : FAULTS.filter(({ name }) => only.includes(name));
}
