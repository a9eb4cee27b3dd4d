import type { Db } from '@tinhgon/database/schema';
import {
  bottlenecksThen,
  countBottlenecksThen,
} from '@tinhgon/database/queries/bottlenecks/bottlenecks-then';
import { formatFor } from '@tinhgon/language/format';
import { ANYONE, type ReportQuestion } from '../question.ts';
import type { ReportWords } from '../report-words.ts';
import type { ReportTable } from '../report.ts';

/** Bottlenecks raised by the day that everyone may see, as they stood on it. */
export async function bottlenecks(db: Db, asked: ReportQuestion, words: ReportWords): Promise<ReportTable> {
  const { t, domain } = words;
  const c = t.columns;
  const format = formatFor(words.language);
  const { asAt, knownAt, calendar } = asked;
  const on = { today: asAt, calendar, past: { asAt, knownAt } };
  const count = await countBottlenecksThen(db, ANYONE, on);
  return {
    annex: 'bottlenecks',
    title: t.annexes.bottlenecks,
    notes: [count === 0 ? t.noBottleneck : t.bottlenecksThen],
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
    count,
    rows: async function* () {
      let place = 0;
      for await (const { summary, state } of bottlenecksThen(db, ANYONE, on)) {
        place += 1;
        yield [
          place,
          summary.what,
          `${words.name(summary.on.name)} (${summary.on.code})`,
          [domain.cause[summary.cause], state.causeText].filter((text) => text !== '').join(': '),
          words.name(summary.responsible.name),
          format.dayOf(summary.raisedAt),
          format.day(summary.answerBy),
          domain.bottleneckPhase[summary.phase],
          state.answer?.text ?? '',
        ];
      }
    },
    total: null,
  };
}
