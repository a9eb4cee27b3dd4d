import { summary } from '../percentiles.ts';
import { type ByProcess, cpuMs, type Named, perOne } from '../processes.ts';
import type { System } from '../system.ts';
import { approveAll, type Ministry, submittedPlans } from './plans.ts';
import type { Yardstick } from './yardstick.ts';

/** Decisions of so many callers, beside as many bare Updates of each kind in the same minutes. */
export interface DecisionFigures {
  readonly callers: number;
  readonly decisions: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** Decisions per second as a part of bare Updates per second. */
  readonly ofLocal: number;
  readonly ofNormal: number;
  /** Median latency as a multiple of that of a bare Update with a local activity. */
  readonly p50TimesLocal: number;
  readonly plansStartedPerSecond: number;
  /** Of one decision and of one bare Update. */
  readonly cpuMs: { readonly decision: ByProcess; readonly local: ByProcess; readonly normal: ByProcess };
}

interface Parts {
  readonly system: System;
  readonly ministry: Ministry;
  readonly yardstick: Yardstick;
}

/** Rounds take turns, so that what slows the machine for a while slows all three. */
export async function measureDecisions(
  { system, ministry, yardstick }: Parts,
  { callers, plans, rounds }: { readonly callers: number; readonly plans: number; readonly rounds: number },
): Promise<DecisionFigures> {
  const all = { decision: fresh(), local: fresh(), normal: fresh() };
  const starts: number[] = [];
  const named = (): Named => ({
    ...system.processes(),
    'bare worker': yardstick.process,
    bench: { pid: process.pid, started: '' },
  });
  const take = async (of: Sums, run: () => ReturnType<Yardstick['run']>): Promise<void> => {
    const before = cpuMs(named());
    const { latenciesMs, perSecond } = await run();
    of.cpu.push(perOne(before, cpuMs(named()), latenciesMs.length));
    of.latenciesMs.push(...latenciesMs);
    of.perSecond.push(perSecond);
  };
  for (let round = 0; round < rounds; round += 1) {
    const [submitted, started] = await submittedPlans(ministry, plans);
    starts.push(started.perSecond);
    await take(all.local, () => yardstick.run('local', plans, callers));
    await take(all.decision, () => approveAll(ministry, submitted, callers));
    await take(all.normal, () => yardstick.run('normal', plans, callers));
  }
  const perSecond = median(all.decision.perSecond);
  const decision = summary(all.decision.latenciesMs);
  return {
    callers,
    decisions: decision.n,
    perSecond: round1(perSecond),
    p50Ms: decision.p50Ms,
    p95Ms: decision.p95Ms,
    p99Ms: decision.p99Ms,
    ofLocal: ratio(perSecond, median(all.local.perSecond)),
    ofNormal: ratio(perSecond, median(all.normal.perSecond)),
    p50TimesLocal: ratio(decision.p50Ms, summary(all.local.latenciesMs).p50Ms),
    plansStartedPerSecond: round1(median(starts)),
    cpuMs: {
      decision: mean(all.decision.cpu),
      local: mean(all.local.cpu),
      normal: mean(all.normal.cpu),
    },
  };
}

interface Sums {
  readonly latenciesMs: number[];
  readonly perSecond: number[];
  readonly cpu: ByProcess[];
}
const fresh = (): Sums => ({ latenciesMs: [], perSecond: [], cpu: [] });

const ratio = (a: number, b: number): number => Math.round((a / b) * 100) / 100;
const round1 = (n: number): number => Math.round(n * 10) / 10;
const median = (of: readonly number[]): number =>
  of.toSorted((a, b) => a - b)[Math.floor((of.length - 1) / 2)] ?? Number.NaN;

const mean = (of: readonly ByProcess[]): ByProcess =>
  Object.fromEntries(
    Object.keys(of[0] ?? {}).map((name) => [
      name,
      ratio(
        of.reduce((sum, one) => sum + (one[name] ?? 0), 0),
        of.length,
      ),
    ]),
  );
