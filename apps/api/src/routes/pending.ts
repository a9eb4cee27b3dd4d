import { refuse } from '../errors/refusal.ts';

export function pending(): never {
  throw refuse('UNAVAILABLE');
}
