import type { Db } from '@tinhgon/database/schema';
import { countOwed, eachOwed } from '@tinhgon/database/queries/where-it-stands/debt';
import { formatFor } from '@tinhgon/language/format';
import type { ReportQuestion } from '../question.ts';
import type { ReportWords } from '../report-words.ts';
import type { ReportTable } from '../report.ts';

/** Documents that should have been signed by the day and were not. */
export async function late(db: Db, asked: ReportQuestion, words: ReportWords): Promise<ReportTable> {
  const { t, domain } = words;
  const c = t.columns;
  const format = formatFor(words.language);
  const count = await countOwed(db, asked);
  return {
    annex: 'late',
    title: t.annexes.late,
    notes: count === 0 ? [t.noneLate] : [],
    columns: [
      { heading: c.number, width: 1, numeric: true },
      { heading: c.document, width: 5.6 },
      { heading: c.documentType, width: 2.4 },
      { heading: c.agency, width: 3 },
      { heading: c.plannedSigning, width: 2.2 },
      { heading: c.daysLate, width: 1.8, numeric: true },
      { heading: c.procedures, width: 2, numeric: true },
      { heading: c.reason, width: 5 },
    ],
    count,
    rows: async function* () {
      let place = 0;
      for await (const row of eachOwed(db, asked)) {
        place += 1;
        yield [
          place,
          `${row.title} (${row.code})`,
          domain.documentType[row.type],
          words.name(row.ministry.name),
          format.day(row.dueOn),
          row.daysLate,
          row.procedures,
          row.reason ?? t.noReason,
        ];
      }
    },
    total: null,
  };
}
