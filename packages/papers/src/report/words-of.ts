import type { Report } from './report.ts';
import { addresseeLines } from './word.ts';

/** Everything a report says outside its tables, in its order, each line with the annex it is of. */
export function wordsOf(report: Report): readonly (readonly [string, string])[] {
  const { head, words } = report;
  const letter = [report.title, report.about, ...addresseeLines(head), ...report.paragraphs];
  return [
    ...letter.map((one) => ['', one] as const),
    ...report.tables.flatMap(({ title, before, notes, after }, index) => {
      const annex = words.annex(index + 1);
      return [`${annex}. ${title}`, ...before, ...notes, ...after].map((one) => [annex, one] as const);
    }),
  ];
}
