import { refuse } from '../errors/refusal.ts';

/** Throws Refusal NOT_FOUND in place of nothing. */
export function found<T>(value: T | null): T {
  if (value === null) throw refuse('NOT_FOUND');
  return value;
}
