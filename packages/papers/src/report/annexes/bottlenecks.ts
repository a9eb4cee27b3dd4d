import type { Db } from '@tinhgon/database/schema';
import { exportBottlenecks } from '@tinhgon/database/queries/campaigns/export-bottlenecks';
import { momentOf } from '@tinhgon/database/queries/steps/open-on';
import { formatFor } from '@tinhgon/language/format';
import { ANYONE, type ReportQuestion } from '../question.ts';
import type { ReportWords } from '../report-words.ts';
import type { ReportTable } from '../report.ts';

/** Bottlenecks raised by the day that everyone may see. */
export async function bottlenecks(db: Db, asked: ReportQuestion, words: ReportWords): Promise<ReportTable> {
  const { t, domain } = words;
  const c = t.columns;
  const format = formatFor(words.language);
  const all = await exportBottlenecks(db, ANYONE, {}, { today: asked.asAt, calendar: asked.calendar });
  const lines = all.flatMap(({ bottleneck }) =>
    bottleneck && bottleneck.raisedAt < momentOf(asked) ? [bottleneck] : [],
  );
  return {
    annex: 'bottlenecks',
    title: t.annexes.bottlenecks,
    notes: [lines.length === 0 ? t.noBottleneck : t.bottlenecksNow],
    columns: [
      { heading: c.number, width: 1, numeric: true },
      { heading: c.bottleneck, width: 5 },
      { heading: c.on, width: 4 },
      { heading: c.cause, width: 3 },
      { heading: c.responsible, width: 3 },
      { heading: c.raisedOn, width: 2 },
      { heading: c.answerBy, width: 2 },
      { heading: c.state, width: 2 },
      { heading: c.answer, width: 4 },
    ],
    count: lines.length,
    rows: async function* () {
      for (const [place, row] of lines.entries()) {
        yield [
          place + 1,
          row.what,
          `${words.name(row.on.name)} (${row.on.code})`,
          [domain.cause[row.cause], row.causeText].filter((text) => text !== '').join(': '),
          words.name(row.responsible.name),
          format.dayOf(row.raisedAt),
          format.day(row.answerBy),
          domain.bottleneckPhase[row.phase],
          row.answer,
        ];
      }
    },
    total: null,
  };
}
