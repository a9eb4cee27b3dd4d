import type { ForecastView } from '@tinhgon/rules/views/forecast';
import { useTranslation } from 'react-i18next';
import styles from '../../components/chart.module.css';
import { ChartGrid } from '../../components/chart-grid.tsx';
import { FRAME } from '../../components/chart-scale.ts';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import own from './forecast.module.css';
import { fanLayout } from './fan-layout.ts';

interface FanProps {
  readonly fan: ForecastView['fan'];
  readonly baseline: number;
}

/** What counts at each month's end to come; the same numbers stand in the table below. */
export function Fan({ fan, baseline }: FanProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (fan.length < 2) return null;
  const sure = ([50, 85, 95] as const).map((one) => ({
    key: String(one),
    heading: t(`forecast.in${one}`),
    cell: (row: FanProps['fan'][number]) => format.number(row[one]),
    numeric: true,
  }));
  return (
    <figure className={`${styles.figure} ${own.fan}`}>
      <figcaption className="small soft">{t('forecast.fan')}</figcaption>
      <Chart fan={fan} baseline={baseline} number={format.number} />
      <details className={styles.table}>
        <summary>{t('progress.asTable')}</summary>
        <DataTable
          caption={t('forecast.fan')}
          rows={fan}
          rowKey={(row) => row.month}
          columns={[
            {
              key: 'month',
              heading: t('progress.month'),
              cell: (row) => format.month(row.month),
              rowHeader: true,
            },
            ...sure,
          ]}
        />
      </details>
    </figure>
  );
}

function Chart({ fan, baseline, number }: FanProps & { readonly number: (value: number) => string }) {
  const { band, line, baseline: top, ticks, years } = fanLayout(fan, baseline);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} aria-hidden="true">
      <ChartGrid ticks={ticks} years={years} number={number} />
      <line className={styles.baseline} x1={FRAME.left} x2={FRAME.right} y1={top} y2={top} />
      <text className={styles.label} x={FRAME.right + 6} y={top + 4}>
        {number(baseline)}
      </text>
      <path className={styles.band} d={band} />
      <path className={styles.line} d={line} />
    </svg>
  );
}
