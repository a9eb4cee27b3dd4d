import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { Column } from '../data-table.tsx';

/** What costs of a year come to. */
export interface Saving {
  readonly current: number;
  readonly proposed: number;
  readonly saving: number;
  readonly percent: number | null;
  readonly real: number;
  readonly estimate: number;
}

/** The columns of a table of costs: a year now and as proposed, what is saved, and how much of it is real. */
export function useSavingColumns() {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (value: number | null) => (value === null ? '–' : format.percent(value));
  const amounts = [
    ['current', t('cost.currentYear')],
    ['proposed', t('cost.proposedYear')],
    ['saving', t('cost.saving')],
    ['real', t('cost.real')],
    ['estimate', t('cost.estimate')],
  ] as const;
  return <R extends Saving>(total?: Saving): Column<R>[] =>
    amounts.flatMap(([key, heading]): Column<R>[] => [
      {
        key,
        heading,
        numeric: true,
        cell: (row) => format.number(row[key]),
        ...(total && { total: format.number(total[key]) }),
      },
      ...(key === 'saving'
        ? [
            {
              key: 'percent',
              heading: '%',
              numeric: true,
              cell: (row: R) => percent(row.percent),
              ...(total && { total: percent(total.percent) }),
            },
          ]
        : []),
    ]);
}
