import type { ScheduledView } from '@tinhgon/rules/views/system';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';

/** What starts by itself: its last run and what came of it, its next. */
export function Scheduled({ rows }: { readonly rows: readonly ScheduledView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      caption={t('system.scheduled.title')}
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        {
          key: 'what',
          heading: t('system.scheduled.what'),
          rowHeader: true,
          cell: (row) => t(`system.schedule.${row.name}`),
        },
        { key: 'last', heading: t('system.scheduled.last'), cell: (row) => <LastRun row={row} /> },
        {
          key: 'next',
          heading: t('system.scheduled.next'),
          cell: (row) => (
            <>
              {row.nextAt !== null && !row.paused && format.moment(row.nextAt)}
              {row.paused && <span className="late">{t('system.scheduled.paused')}</span>}
              {row.late && !row.paused && <div className="late">{t('system.scheduled.late')}</div>}
            </>
          ),
        },
      ]}
    />
  );
}

function LastRun({ row }: { readonly row: ScheduledView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lastAt, outcome, differences, moreDifferences } = row;
  if (lastAt === null || outcome === null) return t('system.scheduled.never');
  return (
    <>
      {format.moment(lastAt)} ·{' '}
      <span className={outcome === 'failed' ? 'late' : undefined}>{t(`system.outcome.${outcome}`)}</span>
      {differences?.length === 0 && ` · ${t('system.scheduled.compared')}`}
      {differences !== null && differences.length > 0 && (
        <>
          <div className="late">{t('system.scheduled.differs')}</div>
          <ul>
            {differences.map(({ subject, what }) => (
              <li key={subject}>
                {subject}: {t(`system.difference.${what}`)}
              </li>
            ))}
            {moreDifferences > 0 && <li>{t('system.moreDifferences', { count: moreDifferences })}</li>}
          </ul>
        </>
      )}
    </>
  );
}
