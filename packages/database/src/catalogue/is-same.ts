import { hashOf } from '@tinhgon/rules/hash';

/** Whether two JSON values say the same, whatever the order of their keys. */
export const isSame = (a: unknown, b: unknown): boolean =>
  a !== null && a !== undefined && b !== null && b !== undefined && hashOf(a) === hashOf(b);
