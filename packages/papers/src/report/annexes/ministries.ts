import { yearOf } from '@tinhgon/rules/days';
import { sharePercent } from '@tinhgon/rules/share';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import type { ReportWords } from '../report-words.ts';
import type { ReportCell, ReportTable } from '../report.ts';

/** Agencies by their part of the baseline. */
export function ministries(whole: TotalsView, words: ReportWords): ReportTable {
  const { t } = words;
  const c = t.columns;
  const rows = whole.byMinistry;
  const sum = (of: (row: TotalsView['byMinistry'][number]) => number) =>
    rows.reduce((all, row) => all + of(row), 0);
  const share = (part: number, all: number): ReportCell => {
    const percent = sharePercent(part, all);
    return percent === null ? null : { percent };
  };
  const measured = sum((row) => row.baseline);
  const counted = sum((row) => row.simplified);
  const nameless = rows.find((row) => row.agency.code === '');
  return {
    annex: 'ministries',
    title: t.annexes.ministries,
    // Parts that do not add up say what is missing.
    notes: [
      ...(nameless
        ? [words.fill(t.withoutAgency, { count: words.counted('procedures', nameless.baseline) })]
        : []),
      ...(whole.baseline && measured !== whole.baseline.count
        ? [words.fill(t.missingRows, { count: words.counted('procedures', whole.baseline.count - measured) })]
        : []),
    ],
    columns: [
      { heading: c.number, width: 1, numeric: true },
      { heading: c.agency, width: 5 },
      { heading: c.baseline, width: 2, numeric: true },
      { heading: c.simplified, width: 2, numeric: true },
      { heading: c.share, width: 2, numeric: true },
      { heading: words.fill(c.inYear, { year: yearOf(whole.asAt) }), width: 2, numeric: true },
      { heading: c.documentsOpen, width: 2, numeric: true },
      { heading: c.documentsOverdue, width: 2, numeric: true },
    ],
    count: rows.length,
    rows: async function* () {
      for (const [place, row] of rows.entries()) {
        yield [
          place + 1,
          row.agency.code === '' ? t.noAgency : words.name(row.agency.name),
          row.baseline,
          row.simplified,
          share(row.simplified, row.baseline),
          row.inYear,
          row.documentsOpen,
          row.documentsOverdue,
        ];
      }
    },
    total: [
      null,
      t.total,
      measured,
      counted,
      share(counted, measured),
      sum((row) => row.inYear),
      sum((row) => row.documentsOpen),
      sum((row) => row.documentsOverdue),
    ],
  };
}
