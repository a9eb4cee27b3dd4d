import type { Db } from '@tinhgon/database/schema';
import { costInAll, costOfAgencies } from '@tinhgon/database/queries/cost/cost-of-agencies';
import { formatFor } from '@tinhgon/language/format';
import type { CostSums } from '@tinhgon/rules/views/cost';
import type { ReportQuestion } from '../question.ts';
import type { ReportWords } from '../report-words.ts';
import type { ReportCell, ReportTable } from '../report.ts';

/** What following procedures costs in a year and what is saved, by agency: of those that count, as the screen has it. */
export async function cost(db: Db, asked: ReportQuestion, words: ReportWords): Promise<ReportTable> {
  const { t } = words;
  const c = t.columns;
  const format = formatFor(words.language);
  const { counted, proposed, agencies } = await costInAll(db, asked);
  const said = (of: CostSums) => ({
    sheets: format.number(of.sheets),
    procedures: words.counted('procedures', of.procedures),
    without: format.number(of.procedures - of.sheets),
    saving: format.money(of.saving),
    percent: of.percent === null ? '–' : format.percent(of.percent),
    real: format.money(of.real),
    estimate: format.money(of.estimate),
  });
  const cells = (of: CostSums): ReportCell[] => [
    of.procedures,
    of.sheets,
    of.current,
    of.proposed,
    of.saving,
    of.percent === null ? null : { percent: of.percent },
    of.real,
    of.estimate,
  ];
  return {
    annex: 'cost',
    title: t.annexes.cost,
    notes:
      counted.sheets + proposed.sheets === 0
        ? [t.noCost]
        : [words.fill(t.costSheets, said(counted)), words.fill(t.costProposed, said(proposed))],
    columns: [
      { heading: c.number, width: 1, numeric: true },
      { heading: c.agency, width: 3.6 },
      { heading: c.procedures, width: 2, numeric: true },
      { heading: c.sheets, width: 1.6, numeric: true },
      { heading: c.currentCost, width: 2.8, numeric: true },
      { heading: c.proposedCost, width: 2.8, numeric: true },
      { heading: c.saving, width: 2.8, numeric: true },
      { heading: c.savingPercent, width: 1.6, numeric: true },
      { heading: c.realCut, width: 2.8, numeric: true },
      { heading: c.reestimated, width: 2.8, numeric: true },
    ],
    count: agencies,
    rows: async function* () {
      let place = 0;
      for await (const row of costOfAgencies(db, asked)) {
        place += 1;
        yield [place, row.agency ? words.name(row.agency.name) : t.noAgency, ...cells(row.counted)];
      }
    },
    total: agencies === 0 ? null : [null, t.total, ...cells(counted)],
  };
}
