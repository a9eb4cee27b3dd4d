import type { Db } from '@tinhgon/database/schema';
import { totals } from '@tinhgon/database/queries/programmes/totals';
import { formatFor } from '@tinhgon/language/format';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { bottlenecks } from './annexes/bottlenecks.ts';
import { cost } from './annexes/cost.ts';
import { late } from './annexes/late.ts';
import { ministries } from './annexes/ministries.ts';
import { procedures } from './annexes/procedures.ts';
import { letterOf } from './letter.ts';
import type { ReportQuestion } from './question.ts';
import { reportWords } from './report-words.ts';
import type { Report, ReportCell, ReportTable } from './report.ts';

/** The yearly report of a programme with its annexes, by the questions the screens ask; null without the programme. */
export async function readReport(
  db: Db,
  asked: ReportQuestion,
): Promise<{ readonly report: Report; readonly totals: TotalsView } | null> {
  const whole = await totals(db, asked.programme, asked);
  if (!whole) return null;
  const words = reportWords(asked.language);
  const format = formatFor(asked.language);
  const written = (cell: ReportCell): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') return cell;
    return typeof cell === 'number' ? format.number(cell) : format.percent(cell.percent);
  };
  const { annexWords, figures, ...letter } = letterOf(whole, asked.template, words, asked);
  const agencies = ministries(whole, words);
  const tables = [
    agencies,
    procedures(db, asked, whole, words),
    await late(db, asked, words),
    await bottlenecks(db, asked, words),
    await cost(db, asked, words),
  ];
  const report: Report = {
    language: asked.language,
    knownAt: asked.knownAt,
    ...letter,
    figures: [...figures, ...sumLine(agencies, written)],
    tables: tables.map((table) => ({ ...table, ...annexWords(table.annex) })),
    words: {
      sheet: words.t.sheet,
      notes: words.t.notes,
      annex: words.annexHeading,
      inSpreadsheet: (count) => words.fill(words.t.inSpreadsheet, { number: format.number(count) }),
    },
    written,
  };
  return { report, totals: whole };
}

/** The sum row of a table as it stands in the words of a file: one cell after the other. */
const sumLine = ({ count, total }: ReportTable, written: Report['written']): string[] =>
  total && count > 0 ? [total.map(written).filter(Boolean).join(' ')] : [];
