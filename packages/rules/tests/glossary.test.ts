import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import * as words from '../src/vocabulary.ts';

const glossary = await readFile(new URL('../../../docs/glossary.md', import.meta.url), 'utf8');

it('explains every code of the vocabulary', () => {
  const codes = Object.values(words).flatMap((list) => (Array.isArray(list) ? (list as string[]) : []));
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.filter((code) => !glossary.includes(`\`${code}\``))).toEqual([]);
});
