import { sharePercent } from './share.ts';

export interface Standing {
  readonly baseline: number;
  readonly simplified: number;
}

/**
 * Procedures, done at the share of the whole programme, that each agency is given beside its own before agencies are
 * compared. Whoever has few procedures is then near the average, above or below: one procedure of one done is no first
 * place, and one of one open no last. With many procedures it hardly counts.
 */
export const STEADYING = 30;

export interface Ranked<T extends Standing> {
  /** From 1; agencies that stand alike share a rank. Null without a procedure in the baseline. */
  readonly rank: number | null;
  /** The agency's own share, two decimals. */
  readonly sharePercent: number | null;
  /** The share by which it is ranked, two decimals. */
  readonly steadiedPercent: number | null;
  readonly of: T;
}

/**
 * Agencies by how far their part of the baseline is simplified, best first. An agency's own share is drawn towards
 * that of the whole by `STEADYING` procedures (shrinkage towards the mean, as in Efron and Morris 1975), so that
 * small denominators decide nothing.
 */
export function ranked<T extends Standing>(agencies: readonly T[]): Ranked<T>[] {
  const whole = agencies.reduce(
    (sum, { baseline, simplified }) => ({
      baseline: sum.baseline + baseline,
      simplified: sum.simplified + simplified,
    }),
    { baseline: 0, simplified: 0 },
  );
  const [b, s] = [BigInt(whole.baseline), BigInt(whole.simplified)];
  const lines = agencies.map((of) => ({
    of,
    part: BigInt(of.simplified) * b + BigInt(STEADYING) * s,
    all: BigInt(of.baseline + STEADYING) * b,
  }));
  const counted = lines.filter(({ of }) => of.baseline > 0);
  const ahead = (x: (typeof lines)[number], y: (typeof lines)[number]): bigint =>
    x.part * y.all - y.part * x.all;
  counted.sort((x, y) => {
    const by = ahead(y, x);
    // Those that stand alike: the larger part first.
    return by === 0n ? y.of.baseline - x.of.baseline : by > 0n ? 1 : -1;
  });
  let rank = 0;
  const list = counted.map((line, place): Ranked<T> => {
    const before = counted[place - 1];
    if (!before || ahead(before, line) > 0n) rank = place + 1;
    return {
      rank,
      sharePercent: sharePercent(line.of.simplified, line.of.baseline),
      steadiedPercent: hundredths(line.part, line.all),
      of: line.of,
    };
  });
  const rest = agencies.filter(({ baseline }) => baseline === 0);
  return [...list, ...rest.map((of) => ({ rank: null, sharePercent: null, steadiedPercent: null, of }))];
}

/** Two decimals, rounded half up. */
const hundredths = (part: bigint, all: bigint): number => Number((part * 20_000n + all) / (2n * all)) / 100;
