import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { hashOf } from '../hash.ts';

const INTEGERS = 2 ** 32;

/**
 * Numbers from 0 up to but without 1, the same for the same seed and name for ever. Each document has its own, so that
 * neither the order of documents nor what becomes of another one changes them.
 */
export function numbersOf(seed: number, name: string): () => number {
  const generator = xoroshiro128plus(Number.parseInt(hashOf([seed, name]).slice(0, 8), 16) | 0);
  return () => (generator.next() >>> 0) / INTEGERS;
}
