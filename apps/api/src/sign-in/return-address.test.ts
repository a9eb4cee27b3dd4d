import { expect, test } from 'vitest';
import { returnAddress } from './return-address.ts';

test.each([
  ['/inbox?view=mine', '/inbox?view=mine'],
  ['/plans/BCA-2026-001#history', '/plans/BCA-2026-001#history'],
  ['/kế-hoạch', '/k%E1%BA%BF-ho%E1%BA%A1ch'],
  [undefined, '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example/', '/'],
  ['/\t/elsewhere.example/', '/'],
  ['/.//elsewhere.example/..//x', '/'],
  ['javascript:alert(1)', '/'],
  ['/auth/sign-out', '/'],
])('%s comes back to %s', (wanted, expected) => {
  expect(returnAddress(wanted)).toBe(expected);
});
