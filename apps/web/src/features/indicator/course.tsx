import type { EntryView, IndicatorView } from '@tinhgon/rules/views/indicator';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { layOutCourse } from './chart-layout.ts';
import type { FigureToEnter } from './figure-form.tsx';
import styles from './indicator.module.css';
import { Reached } from './reached.tsx';
import { useIndicatorWords } from './use-indicator-words.ts';

type Row = IndicatorView['rows'][number];

interface CourseProps {
  readonly indicator: IndicatorView;
  readonly chosen: NonNullable<IndicatorView['chosen']>;
  readonly onCorrect: (figure: FigureToEnter) => void;
}

/** The figures of one agency or group by period: drawn, and in a table with source, who and what was corrected. */
export function Course({ indicator, chosen, onCorrect }: CourseProps) {
  const { t } = useTranslation();
  const words = useIndicatorWords();
  const amountOf = (value: number | null, outOf: number | null = null) =>
    value === null ? t('indicator.takenAway') : words.amount(indicator, value, outOf);
  const isOwn = indicator.mayEnterFor.includes(chosen.agency?.code ?? '');
  const mayCorrect = (kind: FigureToEnter['kind']) => indicator.mayEnter || (isOwn && kind === 'value');
  const correct = (kind: FigureToEnter['kind'], row: Row) => {
    const entry = row[kind];
    if (!mayCorrect(kind) || !entry) return null;
    return (
      <button
        type="button"
        className="link-button"
        onClick={() => onCorrect({ kind, old: { period: row.period, whose: chosen, entry } })}
      >
        {t(kind === 'value' ? 'indicator.correct' : 'indicator.correctTarget')}
        <span className="visually-hidden"> {words.periodWithin(row.period)}</span>
      </button>
    );
  };
  const columns: Column<Row>[] = [
    {
      key: 'period',
      heading: t('indicator.period'),
      rowHeader: true,
      cell: (row) => (
        <>
          {words.period(row.period)}
          {row.running && <div className="small soft">{t('indicator.running')}</div>}
        </>
      ),
    },
    {
      key: 'value',
      heading: t('indicator.value'),
      numeric: true,
      cell: (row) =>
        row.value ? (
          <span className="medium">{amountOf(row.value.amount, row.value.outOf)}</span>
        ) : (
          <span className="soft">–</span>
        ),
    },
    {
      key: 'target',
      heading: t('indicator.target'),
      cell: (row) => (
        <>
          {row.heldAgainst !== null && (
            <>
              {words.amount(indicator, row.heldAgainst)}
              {row.target === null && <span className="small soft"> {t('indicator.groupTarget')}</span>}{' '}
            </>
          )}
          {row.value && <Reached reached={row.reached} />}
          {row.target && <Said entry={row.target} amountOf={amountOf} />}
        </>
      ),
    },
    {
      key: 'source',
      heading: t('indicator.source'),
      cell: (row) => (row.value ? <Said entry={row.value} amountOf={amountOf} /> : '–'),
    },
    ...(mayCorrect('value')
      ? [
          {
            key: 'act',
            heading: t('indicator.act'),
            cell: (row: Row) => (
              <div className={styles.buttons}>
                {correct('value', row)}
                {correct('target', row)}
              </div>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Chart indicator={indicator} label={t('indicator.chart', { whose: words.whose(chosen) })} />
      <DataTable
        caption={t('indicator.chart', { whose: words.whose(chosen) })}
        columns={columns}
        rows={indicator.rows}
        rowKey={(row) => row.period}
      />
    </>
  );
}

/** Where a figure comes from, who recorded it, and what it was before. */
function Said({
  entry,
  amountOf,
}: {
  readonly entry: EntryView;
  readonly amountOf: (value: number | null, outOf: number | null) => string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const recorded = ({ by, at }: Pick<EntryView, 'by' | 'at'>) =>
    t('indicator.recorded', { name: by, moment: format.moment(at) });
  return (
    <div className="small">
      {entry.source}
      <div className="soft">{recorded(entry)}</div>
      {entry.reason && <div className="soft">{t('indicator.correctedWhy', { reason: entry.reason })}</div>}
      {entry.earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('indicator.earlier', { count: entry.earlier.length })}</summary>
          <ul>
            {entry.earlier.map((old) => (
              <li key={old.version}>
                {t('indicator.before', { amount: amountOf(old.amount, old.outOf), source: old.source })}
                <div className="soft">{recorded(old)}</div>
                {old.reason && (
                  <div className="soft">{t('indicator.correctedWhy', { reason: old.reason })}</div>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const FRAME = { left: 8, right: 560, top: 26, bottom: 128 };

/** The course, drawn; every figure of it stands in the table below. */
function Chart({ indicator, label }: { readonly indicator: IndicatorView; readonly label: string }) {
  const words = useIndicatorWords();
  const points = indicator.rows
    .flatMap(({ period, value, heldAgainst }) =>
      value?.amount === null || !value ? [] : [{ period, amount: value.amount, target: heldAgainst }],
    )
    .toReversed();
  const [first, end] = [points[0], points.at(-1)];
  if (!first || !end || points.length < 2) return null;
  const { line, target, marks } = layOutCourse(points, FRAME);
  const mark = marks.at(-1) ?? { x: 0, y: 0 };
  return (
    <figure className={styles.figure}>
      <figcaption className="visually-hidden">{label}</figcaption>
      <svg className={styles.chart} viewBox="0 0 620 152" aria-hidden="true">
        <path className={styles.base} d={`M${FRAME.left} ${FRAME.bottom}H${FRAME.right}`} />
        <path className={styles.target} d={target} />
        <path className={styles.line} d={line} />
        {marks.map(({ x, y }) => (
          <circle key={x} className={styles.point} cx={x} cy={y} r="3" />
        ))}
        <text className={styles.value} x={mark.x} y={mark.y - 9} textAnchor="end">
          {words.amount(indicator, end.amount)}
        </text>
        <text className={styles.label} x={FRAME.left} y={148}>
          {words.period(first.period)}
        </text>
        <text className={styles.label} x={FRAME.right} y={148} textAnchor="end">
          {words.period(end.period)}
        </text>
      </svg>
    </figure>
  );
}
