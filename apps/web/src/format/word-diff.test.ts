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
