import { procedureContentSchema } from './content.ts';
import { describe, expect, it } from 'vitest';
import { contentText, type ContentWords, totalsOf } from './content-text.ts';

const words: ContentWords = {
  paper: (name, originals, copies) => `${name} ${originals}/${copies}`,
  timeLimit: (days, unit) => `${days} ${unit}`,
  fee: (dong) => `${dong} đồng`,
  mode: (mode) => mode,
  level: (level) => level,
};
const content = (input: object) => procedureContentSchema.parse(input);

describe('a procedure’s content as text', () => {
  it('says nothing where nothing is known', () => {
    expect(contentText(null, 'papers', words)).toBe('');
    expect(contentText(content({}), 'fee', words)).toBe('');
  });
  it('tells a fee of nothing from no fee said', () => {
    expect(contentText(content({ feeDong: 0 }), 'fee', words)).toBe('0 đồng');
  });
  it('lists papers with their numbers', () => {
    const papers = content({
      papers: [{ name: 'Tờ khai' }, { name: 'Sổ hộ khẩu', originals: 0, copies: 1 }],
    });
    expect(contentText(papers, 'papers', words)).toBe('Tờ khai 1/0; Sổ hộ khẩu 0/1');
  });
});

describe('what the changes give', () => {
  it('counts only procedures with both sides, and days of one kind', () => {
    const before = content({
      papers: [{ name: 'a' }, { name: 'b' }],
      timeLimit: { days: 20, unit: 'working' },
      feeDong: 50_000,
    });
    const after = content({ papers: [{ name: 'a' }], timeLimit: { days: 4, unit: 'working' }, feeDong: 0 });
    const otherDays = content({ timeLimit: { days: 1, unit: 'calendar' } });
    expect(
      totalsOf([
        { current: before, proposed: after },
        { current: null, proposed: after },
        { current: before, proposed: { ...otherDays, papers: before.papers } },
      ]),
    ).toEqual({ papersLess: 1, daysLess: 16, dongLess: 50_000 });
  });
});
