import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsTokens from 'js-tokens';
import { check } from 'recheck';
import { expect, test } from 'vitest';
import { ROOT } from '../src/stack/paths.ts';

const SOURCES = [
  'apps/{api,worker,web}/src/**/*.{ts,tsx}',
  'packages/*/src/**/*.ts',
  'workflows/src/**/*.ts',
];
const UNDECIDED_AFTER_MS = 20_000;
const TIMEOUT_MS = 600_000;

/**
 * Expressions whose time grows with the square of the text, or of which the checker cannot tell, and why nobody can make
 * one run for long.
 */
const BOUNDED: Readonly<Record<string, string>> = {
  '/\\/+$/': 'an address in the operator’s settings',
  '/"(?:[^"\\\\]|\\\\.)*"|[{}[\\],:]/gsu': 'of JSON that has been parsed: every string has its end',
  '/^[. ]+|[. ]+$/g': 'the name of a file, which comes in a header of some kilobytes',
  '/<w:t(?:\\s[^<>]*)?>([^<]*)<\\/w:t>|<w:(?:tab|br|cr)\\b[^<>]*>|<\\/w:p>/g':
    'each attempt begins at a < and ends at the next',
  '/<c\\b[^<>]{0,500}?\\br="([A-Z]+)(\\d+)"/g': 'at most 500 letters each',
  '/<row\\b[^<>]{0,500}?\\br="(\\d+)"/g': 'at most 500 letters each',
  '/<mergeCell\\b[^<>]{0,500}?\\bref="([A-Z]+)(\\d+):([A-Z]+)(\\d+)"/g': 'at most 500 letters each',
  '/<sheet\\b[^<>]{0,2000}?\\br:id="([^"]+)"/g': 'at most 2,000 letters each',
  '/<Relationship\\b[^<>]{0,4000}>/g': 'at most 4,000 letters each',
  '/\\d{4}-\\d{2}-\\d{2}|\\d+(?:[.,/]\\d+)*(?![\\p{L}\\p{M}])|[\\p{L}\\p{M}\\p{N}_]+|\\s+|./gsu':
    'in the reader’s own browser, of one field',
};

test('no regular expression runs for long on text made for it', { timeout: TIMEOUT_MS }, async () => {
  const found = new Set<string>();
  for (const file of globSync(SOURCES, { cwd: ROOT })) {
    if (file.includes('.test.')) continue;
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const { type, value } of jsTokens(text, { jsx: file.endsWith('x') })) {
      if (type === 'RegularExpressionLiteral') found.add(value);
    }
  }
  expect(found.size).toBeGreaterThan(100);
  expect(Object.keys(BOUNDED).filter((literal) => !found.has(literal))).toEqual([]);
  const slow: Record<string, string> = {};
  for (const literal of found) {
    if (literal in BOUNDED) continue;
    const end = literal.lastIndexOf('/');
    const result = await check(literal.slice(1, end), literal.slice(end + 1), {
      timeout: UNDECIDED_AFTER_MS,
    });
    if (result.status !== 'safe')
      slow[literal] = result.status === 'vulnerable' ? result.complexity.type : 'undecided';
  }
  expect(slow).toEqual({});
});
