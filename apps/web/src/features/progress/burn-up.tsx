import type { TotalsView } from '@tinhgon/rules/views/totals';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import styles from '../../components/chart.module.css';
import { ChartGrid } from '../../components/chart-grid.tsx';
import { FRAME } from '../../components/chart-scale.ts';
import { layOut } from './burn-up-layout.ts';

/** The count at each month's end against the baseline of its day; the same numbers stand in the table below. */
export function BurnUp({ months }: { readonly months: TotalsView['byMonth'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (months.length < 2) return <p className="soft">{t('progress.chartTooShort')}</p>;
  const done = t('progress.simplified');
  const base = t('progress.baselineCount');
  return (
    <figure className={styles.figure}>
      <figcaption className="visually-hidden">{t('progress.chart')}</figcaption>
      <Chart months={months} number={format.number} />
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

interface ChartProps {
  readonly months: TotalsView['byMonth'];
  readonly number: (value: number) => string;
}

function Chart({ months, number }: ChartProps) {
  const { line, baseline, ticks, years, last } = layOut(months);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} aria-hidden="true">
      <ChartGrid ticks={ticks} years={years} number={number} />
      <path className={styles.baseline} d={baseline.path} />
      {baseline.last && (
        <text className={styles.label} x={FRAME.right + 6} y={baseline.last.y + 4}>
          {number(baseline.last.value)}
        </text>
      )}
      <path className={styles.line} d={line} />
      <circle className={styles.point} cx={last.x} cy={last.y} r="4.5" />
      <text className={styles.value} x={last.x - 8} y={last.y + 24} textAnchor="end">
        {number(last.value)}
      </text>
    </svg>
  );
}
