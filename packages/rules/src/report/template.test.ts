import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { templateTextsSchema } from './template.ts';
import { brokenWord, entries, filled, TEMPLATE_WORDS, type TemplateFacts } from './template-words.ts';

const texts = {
  above: '',
  issuer: 'Bộ Tư pháp',
  sign: 'BC-BTP',
  place: 'Hà Nội',
  title: 'BÁO CÁO',
  about: 'Kết quả {{programme}}',
  addressees: '',
  opening: '',
  closing: '',
  recipients: '',
  capacity: '',
  signer: '',
};
const facts = Object.fromEntries(TEMPLATE_WORDS.map((word) => [word, `<${word}>`])) as TemplateFacts;

describe('the texts of a template', () => {
  test('name facts from the list alone; what is not on it is named with its field', () => {
    expect(templateTextsSchema.safeParse(texts).success).toBe(true);
    const wrong = templateTextsSchema.safeParse({
      ...texts,
      annexes: { late: { title: 'Văn bản', before: 'Có {{simplified}} và {{constructor}}', after: '' } },
    });
    expect(wrong.error?.issues).toMatchObject([
      {
        path: ['annexes', 'late', 'before'],
        message: 'UNKNOWN_PLACEHOLDER',
        params: { word: '{{constructor}}', known: expect.stringContaining('{{share}}') },
      },
    ]);
  });

  test.each([
    ['{{simplified', '{{simplified'],
    ['simplified}} rồi', '}}'],
    ['{{ simplified }}', '{{ simplified }}'],
    ['{{}}', '{{}}'],
    ['{{{simplified}}}', null],
    ['{một} ngoặc', null],
    ['{{share}} của {{baseline}}', null],
  ])('%s', (text, word) => expect(brokenWord(text)).toBe(word));

  test('of any text that is accepted no braces are left, and nothing else is changed', () => {
    const piece = fc.oneof(
      fc.constantFrom(...TEMPLATE_WORDS).map((word) => `{{${word}}}`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        fc.pre(brokenWord(text) === null);
        const plain = filled(text, facts);
        expect(plain).not.toMatch(/\{\{\w+\}\}/);
        expect(filled(plain, facts)).toBe(plain);
      }),
    );
  });

  test('what a fact holds is never read as a template', () => {
    expect(filled('{{baselineReason}}', { ...facts, baselineReason: '{{share}} $& <b>' })).toBe(
      '{{share}} $& <b>',
    );
  });

  test('entries of a list stand one on each line', () => {
    expect(entries(' A \n\n B')).toEqual(['A', 'B']);
  });
});
