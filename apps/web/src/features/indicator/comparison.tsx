import type { ComparedAgency, IndicatorView } from '@tinhgon/rules/views/indicator';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { useFormat } from '../../format/use-format.ts';
import styles from './indicator.module.css';
import { Reached } from './reached.tsx';
import { useIndicatorWords } from './use-indicator-words.ts';

/** Agencies in one period, the best first, each with its bar; what groups reached together stands above them. */
export function Comparison({
  indicator,
  period,
}: {
  readonly indicator: IndicatorView;
  readonly period: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useIndicatorWords();
  const { agencies, groups } = indicator;
  if (agencies.length === 0) {
    return <Empty title={t('indicator.nobody')}>{t('indicator.nobodyHint')}</Empty>;
  }
  const held = agencies.filter(({ reached }) => reached !== null);
  // A rate of all of them is on the same scale as theirs; a count of all of them would flatten every bar.
  const rows = indicator.unit === 'percent' ? [...groups, ...agencies] : agencies;
  const top = Math.max(1e-9, ...rows.flatMap(({ amount, target }) => [amount, target ?? 0]));
  const columns: Column<ComparedAgency>[] = [
    {
      key: 'agency',
      heading: t('indicator.agency'),
      rowHeader: true,
      cell: (row) => <span className={row.group ? 'medium' : undefined}>{words.whose(row)}</span>,
    },
    {
      key: 'bar',
      heading: t('indicator.bar'),
      cell: (row) => <TargetBar row={row} top={top} />,
    },
    {
      key: 'value',
      heading: t('indicator.value'),
      numeric: true,
      cell: (row) => <span className="medium">{words.amount(indicator, row.amount, row.outOf)}</span>,
    },
    {
      key: 'target',
      heading: t('indicator.target'),
      numeric: true,
      cell: (row) =>
        row.target === null ? (
          '–'
        ) : (
          <>
            {words.amount(indicator, row.target)}
            {row.targetOfGroup && <div className="small soft">{t('indicator.groupTarget')}</div>}
          </>
        ),
    },
    { key: 'reached', heading: t('indicator.result'), cell: (row) => <Reached reached={row.reached} /> },
    {
      key: 'source',
      heading: t('indicator.source'),
      cell: (row) => <span className="small">{row.source}</span>,
    },
  ];
  return (
    <>
      {held.length > 0 && (
        <p>
          {t('indicator.summary', {
            count: held.length,
            reached: format.number(held.filter(({ reached }) => reached).length),
          })}
        </p>
      )}
      <DataTable
        caption={t('indicator.compareIn', { period: words.periodWithin(period) })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.agency?.code ?? row.group ?? ''}
      />
    </>
  );
}

/** A bar with a mark at the target; the figures stand beside it. */
function TargetBar({ row, top }: { readonly row: ComparedAgency; readonly top: number }) {
  const x = (value: number) => (value / top) * 198 + 1;
  return (
    <svg className={styles.bar} aria-hidden="true" viewBox="0 0 200 14" preserveAspectRatio="none">
      <rect className={styles.track} y="4" width="200" height="6" />
      <rect
        className={row.reached === false ? styles.missed : styles.part}
        y="4"
        width={x(row.amount)}
        height="6"
      />
      {row.target !== null && (
        <line className={styles.mark} x1={x(row.target)} x2={x(row.target)} y1="0" y2="14" />
      )}
    </svg>
  );
}
