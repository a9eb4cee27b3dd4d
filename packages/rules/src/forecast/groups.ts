import { type Durations, durationsOf } from './durations.ts';
import type { StepAhead, Visit } from './work.ts';

/** Finished visits from which a group speaks for itself; with fewer, the next wider group is asked. */
export const ENOUGH = 10;
/** Finished visits that took at least as long as a running step has, from which a group speaks for it. */
export const ENOUGH_AS_LONG = 3;

/** What a step's days rest on, the narrowest first. */
export const BASES = ['agency', 'chain', 'step', 'clock'] as const;
export type Basis = (typeof BASES)[number];

/** What to draw the days of one step from. */
export interface Source {
  readonly basis: Basis;
  readonly durations: Durations;
  /**
   * Nothing seen has taken as long as this step has already: its further days are drawn as those of a step that
   * begins today.
   */
  readonly beyond: boolean;
}

/** Durations by step, chain and agency; where those are few, by step and chain; by step; and at last the step's clock. */
export class Groups {
  readonly #groups: ReadonlyMap<string, readonly Visit[]>;
  readonly #durations = new Map<string, Durations>();

  constructor(visits: readonly Visit[]) {
    const groups = new Map<string, Visit[]>();
    for (const visit of visits) {
      for (const key of keysOf(visit.step, visit.chain, visit.agency)) {
        const group = groups.get(key);
        if (group) group.push(visit);
        else groups.set(key, [visit]);
      }
    }
    this.#groups = groups;
  }

  /** For a step that has run for `daysSoFar`, 0 when it has yet to begin. */
  sourceOf({ key, chain, clockDays }: StepAhead, agency: string, daysSoFar: number): Source {
    const groups = keysOf(key, chain, agency).map((group, index) => ({
      basis: BASES[index] ?? 'clock',
      durations: this.#of(group),
    }));
    const speaking = groups.filter(({ durations }) => durations.finished >= ENOUGH);
    const found = speaking.find(({ durations }) => durations.lasting(daysSoFar) >= ENOUGH_AS_LONG);
    if (found) return { ...found, beyond: false };
    const [narrowest] = speaking;
    if (narrowest) return { ...narrowest, beyond: true };
    const durations = durationsOf([{ step: key, chain, agency, days: clockDays, ended: 'on' }]);
    return { basis: 'clock', durations, beyond: daysSoFar > clockDays };
  }

  #of(group: string): Durations {
    const known = this.#durations.get(group);
    if (known) return known;
    const made = durationsOf(this.#groups.get(group) ?? []);
    this.#durations.set(group, made);
    return made;
  }
}

const keysOf = (step: string, chain: string, agency: string): readonly string[] => [
  JSON.stringify([step, chain, agency]),
  JSON.stringify([step, chain]),
  JSON.stringify([step]),
];
