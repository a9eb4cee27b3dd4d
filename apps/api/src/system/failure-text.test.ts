import { expect, test } from 'vitest';
import { withoutQuotes } from './failure-text.ts';

test.each([
  ['Unexpected token, "Nguyễn Văn A" is not valid JSON', 'Unexpected token, “…” is not valid JSON'],
  [
    "Cannot read properties of undefined (reading 'steps')",
    "Cannot read properties of undefined (reading 'steps')",
  ],
  ['first line\n at second', 'first line'],
  ['x'.repeat(500), `${'x'.repeat(299)}…`],
])('%s', (message, expected) => {
  expect(withoutQuotes(message)).toBe(expected);
});
