import { Link } from '@tanstack/react-router';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { useTranslation } from 'react-i18next';
import { ContentDiff } from '../../components/content-diff.tsx';
import { totalsOf } from '@tinhgon/rules/content-text';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { isParted } from '../../components/plan-parts.ts';
import { useRemarks } from '../../components/remarks/remarks-context.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import styles from './measure-table.module.css';

type Row = PlanView['measures'][number];

const arrow = (before: string | undefined, after: string | undefined): string =>
  before === after ? (before ?? '–') : `${before ?? '–'}\u00a0→ ${after ?? '–'}`;

/** The plan's procedures: papers, days and đồng before and after, each with its word-level change. */
export function MeasureTable({ plan }: { readonly plan: PlanView }) {
  const { measures } = plan;
  const { t } = useTranslation();
  const { name, word, capital } = useWords();
  const format = useFormat();
  const standing = isParted(plan)
    ? new Map(plan.lanes.flatMap((lane) => lane.procedureCodes.map((code) => [code, lane.step] as const)))
    : null;
  const remarks = useRemarks();
  const waitingAt = (code: string) =>
    remarks?.all.filter((one) => one.waiting && one.procedureCode === code).length ?? 0;
  const isTalkedAbout = (code: string) =>
    remarks?.all.some((one) => one.resolvedBy === null && one.procedureCode === code) ?? false;
  if (measures.length === 0) return <p className="soft">{t('plan.noMeasures')}</p>;
  const totals = totalsOf(measures);
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? undefined : format.number(value);
  const columns: Column<Row>[] = [
    {
      key: 'name',
      heading: t('plan.procedure'),
      rowHeader: true,
      cell: (row) => (
        <>
          <span className="small faint">{row.procedureCode}</span>{' '}
          <Link to="/procedures/$code" params={{ code: row.procedureCode }}>
            {name(row.name)}
          </Link>
          <details className={styles.change} open={isTalkedAbout(row.procedureCode)}>
            <summary>
              {t('plan.showChange')}
              {waitingAt(row.procedureCode) > 0 &&
                ` · ${t('remarks.waiting', { count: waitingAt(row.procedureCode) })}`}
            </summary>
            <ContentDiff
              current={row.current}
              proposed={row.proposed}
              caption={t('content.caption', { name: name(row.name) })}
              procedureCode={row.procedureCode}
            />
            {row.note && <p className="pre">{row.note}</p>}
          </details>
        </>
      ),
    },
    {
      key: 'measure',
      heading: t('plan.measure'),
      cell: (row) => (
        <div className={styles.measure}>
          {[capital('measure', row.measure), ...row.otherMeasures.map((one) => word('measure', one))].join(
            ', ',
          )}
          {standing && !row.countsOn && (
            <div className="small soft">
              {standing.has(row.procedureCode)
                ? t('returns.atStep', { step: word('step', standing.get(row.procedureCode) ?? '') })
                : t('returns.approved')}
            </div>
          )}
          {row.countsOn && (
            <div className="small ok">{t('plan.countsOn', { day: format.day(row.countsOn) })}</div>
          )}
        </div>
      ),
    },
    {
      key: 'papers',
      heading: t('plan.papers'),
      numeric: true,
      narrow: true,
      cell: (row) => arrow(number(row.current?.papers.length), number(row.proposed?.papers.length)),
    },
    {
      key: 'days',
      heading: t('plan.days'),
      numeric: true,
      narrow: true,
      cell: (row) => arrow(number(row.current?.timeLimit?.days), number(row.proposed?.timeLimit?.days)),
    },
    {
      key: 'fee',
      heading: t('plan.fee'),
      numeric: true,
      cell: (row) => arrow(number(row.current?.feeDong), number(row.proposed?.feeDong)),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('plan.procedures')}
        columns={columns}
        rows={measures}
        rowKey={(row) => row.procedureCode}
      />
      <p className="soft small" style={{ marginTop: 8 }}>
        {[
          t('plan.procedureCount', { count: measures.length }),
          totals.papersLess > 0 && t('plan.papersLess', { count: totals.papersLess }),
          totals.daysLess > 0 && t('plan.daysLess', { count: totals.daysLess }),
          totals.dongLess > 0 && t('plan.dongLess', { money: format.money(totals.dongLess) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
