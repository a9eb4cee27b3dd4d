import { Link } from '@tanstack/react-router';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../components/bar.tsx';
import cols from '../../components/cols.module.css';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';

type Row = TotalsView['byMinistry'][number];

export function ByMinistry({ totals }: { readonly totals: TotalsView }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const here = { programme: totals.programme, asAt: totals.asAt };
  const year = Number(totals.asAt.slice(0, 4));
  const columns: Column<Row>[] = [
    {
      key: 'agency',
      heading: t('progress.ministry'),
      rowHeader: true,
      cell: (row) => (
        <>
          {name(row.agency.name)}
          {row.successor && (
            <div className="small soft">{t('progress.successor', { agency: name(row.successor.name) })}</div>
          )}
        </>
      ),
    },
    {
      key: 'simplified',
      heading: t('progress.simplified'),
      cell: (row) => (
        <>
          <Link
            to="/procedures"
            search={{ ...here, ministry: row.agency.code, status: 'simplified' }}
            aria-label={t('progress.openMinistry', {
              count: row.simplified,
              number: format.number(row.simplified),
              agency: name(row.agency.name),
            })}
          >
            {format.number(row.simplified)}
          </Link>
          <Bar part={row.simplified} whole={row.baseline} />
        </>
      ),
    },
    {
      key: 'baseline',
      heading: t('progress.baselineCount'),
      numeric: true,
      cell: (row) => (
        <Link to="/procedures" search={{ ...here, ministry: row.agency.code }}>
          {format.number(row.baseline)}
        </Link>
      ),
    },
    {
      key: 'inYear',
      heading: t('progress.year', { year }),
      numeric: true,
      cell: (row) => (
        <Link to="/procedures" search={{ ...here, ministry: row.agency.code, status: 'simplified', year }}>
          {format.number(row.inYear)}
        </Link>
      ),
    },
    {
      key: 'open',
      heading: t('progress.documentsOpen'),
      numeric: true,
      cell: (row) => (
        <Link to="/documents" search={{ ministry: row.agency.code }}>
          {format.number(row.documentsOpen)}
        </Link>
      ),
    },
    {
      key: 'overdue',
      heading: t('progress.overdue'),
      numeric: true,
      cell: (row) =>
        row.documentsOverdue > 0 ? (
          <Link to="/documents" search={{ ministry: row.agency.code, timing: 'overdue' }} className="late">
            {t('progress.documents', { count: row.documentsOverdue })}
            {row.proceduresOverdue > 0 && `, ${t('progress.procedures', { count: row.proceduresOverdue })}`}
          </Link>
        ) : (
          <span className="faint">–</span>
        ),
    },
  ];
  return (
    <section className={cols.section}>
      <h2>{t('progress.byMinistry')}</h2>
      {totals.byMinistry.length === 0 ? (
        <p className="soft">{t('progress.noMinistry')}</p>
      ) : (
        <DataTable
          caption={t('progress.byMinistry')}
          columns={columns}
          rows={totals.byMinistry}
          rowKey={(row) => row.agency.code}
        />
      )}
    </section>
  );
}
