import type { Db } from '@tinhgon/database/schema';
import { listProcedures } from '@tinhgon/database/queries/procedures/list-procedures';
import { formatFor } from '@tinhgon/language/format';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { ANYONE, type ReportQuestion } from '../question.ts';
import type { ReportWords } from '../report-words.ts';
import type { ReportTable } from '../report.ts';

const PAGE = 500;

/** Procedures that count, each with its evidence. */
export function procedures(
  db: Db,
  asked: ReportQuestion,
  whole: TotalsView,
  words: ReportWords,
): ReportTable {
  const { t, domain } = words;
  const c = t.columns;
  const format = formatFor(words.language);
  return {
    annex: 'procedures',
    title: t.annexes.procedures,
    notes: [],
    columns: [
      { heading: c.number, width: 1, numeric: true },
      { heading: c.code, width: 2.2 },
      { heading: c.procedure, width: 4.4 },
      { heading: c.agency, width: 2.6 },
      { heading: c.measure, width: 2.4 },
      { heading: c.document, width: 3.4 },
      { heading: c.inForce, width: 2 },
      { heading: c.announcement, width: 2.8 },
      { heading: c.databaseEntry, width: 2.8 },
      { heading: c.countsOn, width: 2 },
    ],
    count: whole.simplified,
    rows: async function* () {
      let place = 0;
      let cursor: string | undefined;
      do {
        const page = await listProcedures(db, ANYONE, {
          programme: asked.programme,
          asAt: asked.asAt,
          knownAt: asked.knownAt,
          status: 'simplified',
          limit: PAGE,
          cursor,
        });
        for (const row of page.items) {
          place += 1;
          const each = (of: (one: (typeof row.evidence)[number]) => string | null) =>
            [...new Set(row.evidence.flatMap((one) => of(one) ?? []))].join('; ');
          const dated = (fact: { number: string; date: string } | null) =>
            fact && `${fact.number} (${format.day(fact.date)})`;
          yield [
            place,
            row.code,
            words.name(row.name),
            words.name(row.ministry.name),
            row.measure === null ? null : domain.measure[row.measure],
            each((one) => one.number ?? one.title),
            each((one) => one.inForceOn && format.day(one.inForceOn)),
            each((one) => dated(one.announcement)),
            each((one) => dated(one.databaseEntry)),
            row.countsOn && format.day(row.countsOn),
          ];
        }
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
    },
    total: null,
  };
}
