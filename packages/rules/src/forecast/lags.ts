import { ENOUGH } from './groups.ts';
import type { Lag } from './work.ts';

/** Documents of central agencies come into force 45 days after their signing at the earliest, as a rule. */
const USUAL_DAYS = 45;

/** Calendar days from signing to coming into force: as seen in the chain; where those are few, in all; else the usual ones. */
export class Lags {
  readonly #all: readonly number[];
  readonly #byChain: ReadonlyMap<string, readonly number[]>;

  constructor(lags: readonly Lag[]) {
    const inOrder = (some: readonly Lag[]) => some.map(({ days }) => days).toSorted((a, b) => a - b);
    this.#all = inOrder(lags);
    this.#byChain = new Map(
      [...Map.groupBy(lags, ({ chain }) => chain)].map(([chain, some]) => [chain, inOrder(some)]),
    );
  }

  of(chain: string): readonly number[] {
    const own = this.#byChain.get(chain) ?? [];
    if (own.length >= ENOUGH) return own;
    return this.#all.length >= ENOUGH ? this.#all : [USUAL_DAYS];
  }
}
