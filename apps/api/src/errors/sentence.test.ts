import { ERROR_STATUS, type ErrorCode } from '@tinhgon/rules/errors';
import { importProblem } from '@tinhgon/rules/views/import';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, languageOf, sentenceFor } from './sentence.ts';

describe.each(LANGUAGES)('sentences in %s', (language) => {
  test.each([...Object.keys(ERROR_STATUS), ...importProblem.shape.code.options])('%s has one', (code) => {
    const sentence = sentenceFor({ code: code as ErrorCode }, language);
    expect(sentence).not.toBe(code);
    expect(sentence).toMatch(/[.]$/);
  });
});

test('says facts in words', () => {
  const rejection = { code: 'NOT_YOUR_STEP', details: { function: 'drafter' } } as const;
  expect(sentenceFor(rejection, 'en')).toContain('Drafting');
  const order = { code: 'DATE_ORDER', details: { earliest: '2024-01-02' } } as const;
  expect(sentenceFor(order, 'en')).toContain('2 Jan 2024');
  expect(sentenceFor(order, 'vi')).toContain('02/01/2024');
  const long = { code: 'INVALID_INPUT', field: 'reason', details: { max: 4_000 } } as const;
  expect(sentenceFor(long, 'vi')).toContain('4.000');
  expect(sentenceFor({ code: 'UNAVAILABLE', details: { reason: 'person' } }, 'en')).toContain('your rights');
  expect(sentenceFor({ code: 'INVALID_INPUT', field: 'measures.3.note' }, 'vi')).toContain('measures.3.note');
});

test.each([
  ['en', 'vi', 'vi', 'en'],
  [undefined, 'en', 'vi', 'en'],
  [undefined, undefined, 'en-GB,vi;q=0.8', 'en'],
  [undefined, undefined, 'en;q=0.3, vi;q=0.8', 'vi'],
  [undefined, undefined, 'fr', 'vi'],
  ['xx', undefined, undefined, 'vi'],
])('?lang=%s, choice %s, Accept-Language %s: %s', (asked, chosen, accepted, expected) => {
  expect(languageOf(asked, chosen, accepted)).toBe(expected);
});
