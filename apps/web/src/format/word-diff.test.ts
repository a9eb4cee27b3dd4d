import { describe, expect, it } from 'vitest';
import { wordDiff } from './word-diff.ts';

const side = (before: string, after: string, without: 'added' | 'removed') =>
  wordDiff(before, after)
    .filter((part) => part.kind !== without)
    .map((part) => part.text)
    .join('');

describe('word-level difference', () => {
  it('keeps both texts whole', () => {
    const [before, after] = ['Giấy chứng sinh (bản chính); sổ hộ khẩu', 'Giấy chứng sinh điện tử'];
    expect(side(before, after, 'added')).toBe(before);
    expect(side(before, after, 'removed')).toBe(after);
  });
  it('does not split Vietnamese words at their accents', () => {
    const changed = wordDiff('nộp trực tiếp', 'nộp trực tuyến').filter((part) => part.kind !== 'same');
    expect(changed).toEqual([
      { text: 'tiếp', kind: 'removed' },
      { text: 'tuyến', kind: 'added' },
    ]);
  });
});

describe('what is one word', () => {
  const changed = (before: string, after: string) =>
    wordDiff(before, after)
      .filter((part) => part.kind !== 'same')
      .map((part) => part.text);
  it.each([
    ['an amount with separators', '50.000 đồng', '1.250.000 đồng', ['50.000', '1.250.000']],
    ['an amount in English', '1,250,000 VND', '1,000,000 VND', ['1,250,000', '1,000,000']],
    ['a decimal part', 'giảm 82,84 %', 'giảm 82,5 %', ['82,84', '82,5']],
    ['a day', 'từ 15/03/2026.', 'từ 15/04/2026.', ['15/03/2026', '15/04/2026']],
    ['a day as machines write it', '2026-03-15', '2026-04-15', ['2026-03-15', '2026-04-15']],
    ['a code', 'TTHC 1.000123', 'TTHC 1.000124', ['1.000123', '1.000124']],
    ['letters and figures', 'mẫu CT01', 'mẫu CT02', ['CT01', 'CT02']],
  ])('%s', (_what, before, after, words) => {
    expect(changed(before, after)).toEqual(words);
  });
  it('takes a full stop, a comma and a range apart', () => {
    expect(changed('trong 12-15 ngày, 3.', 'trong 12-20 ngày, 4.')).toEqual(['15', '20', '3', '4']);
  });
});

it('reads words that changed side by side as one change', () => {
  expect(wordDiff('nộp Tờ khai, rồi chờ', 'nộp Phiếu tra cứu, rồi chờ')).toEqual([
    { text: 'nộp ', kind: 'same' },
    { text: 'Tờ khai', kind: 'removed' },
    { text: 'Phiếu tra cứu', kind: 'added' },
    { text: ', rồi chờ', kind: 'same' },
  ]);
});

it('loses and adds nothing, whatever the texts', () => {
  const words = ['', 'a', ' ', '1.250'];
  const texts = words.flatMap((one) => words.flatMap((two) => words.map((three) => one + two + three)));
  for (const before of texts) {
    for (const after of texts) {
      const [first, second] = [side(before, after, 'added'), side(before, after, 'removed')];
      if (first !== before || second !== after) expect([first, second]).toEqual([before, after]);
    }
  }
  expect(texts.length).toBe(64);
});
