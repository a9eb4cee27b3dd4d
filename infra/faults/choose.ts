import { type Random, randomFrom } from '../demo/random.ts';

/** Which kinds of fault to inject, in order: each as often as the others, in a new order each time around. */
export function chooseKinds<T>(kinds: readonly T[], count: number, random: Random): T[] {
  if (kinds.length === 0) throw new RangeError('no kind of fault is left');
  const chosen: T[] = [];
  while (chosen.length < count) chosen.push(...random.shuffle(kinds));
  return chosen.slice(0, count);
}

/** The random numbers of one fault: the same whatever happened in those before it. */
export const randomOf = (seed: number, fault: number): Random => randomFrom(seed * 10_007 + fault);
