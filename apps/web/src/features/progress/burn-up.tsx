import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import styles from './burn-up.module.css';

/** The count at each month's end against the baseline of its day; the same numbers stand in the table below. */
export function BurnUp({ totals }: { readonly totals: TotalsView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = totals.byMonth;
  if (months.length < 2) return <p className="soft">{t('progress.chartTooShort')}</p>;
  const done = t('progress.simplified');
  const base = t('progress.baselineCount');
  return (
    <figure className={styles.figure}>
      <figcaption className="visually-hidden">{t('progress.chart')}</figcaption>
      <div aria-hidden="true" inert>
        <LineChart
          h={230}
          data={months.map((month) => ({
            month: format.month(month.month),
            done: month.simplified,
            base: month.baseline,
          }))}
          dataKey="month"
          series={[
            { name: 'done', label: done, color: 'var(--accent)' },
            { name: 'base', label: base, color: 'var(--faint)', strokeDasharray: '2 4' },
          ]}
          curveType="linear"
          withDots={false}
          withTooltip={false}
          withLegend
          legendProps={{ verticalAlign: 'bottom' }}
          strokeWidth={2.5}
          gridAxis="y"
          tickLine="none"
          valueFormatter={(value) => format.number(value)}
          xAxisProps={{ minTickGap: 40 }}
          textColor="var(--soft)"
          gridColor="var(--line)"
        />
      </div>
      <details className={styles.table}>
        <summary>{t('progress.asTable')}</summary>
        <DataTable
          caption={t('progress.chart')}
          rows={months.toReversed()}
          rowKey={(row) => row.month}
          columns={[
            {
              key: 'month',
              heading: t('progress.month'),
              cell: (row) => format.month(row.month),
              rowHeader: true,
            },
            { key: 'done', heading: done, cell: (row) => format.number(row.simplified), numeric: true },
            {
              key: 'base',
              heading: base,
              cell: (row) => (row.baseline === null ? '–' : format.number(row.baseline)),
              numeric: true,
            },
          ]}
        />
      </details>
    </figure>
  );
}
