import { Link } from '@tanstack/react-router';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../components/bar.tsx';
import cols from '../../components/cols.module.css';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { DocumentsAtWork } from './documents-at-work.tsx';

type Row = TotalsView['byMinistry'][number];

export function ByMinistry({ totals }: { readonly totals: TotalsView }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const here = { programme: totals.programme, asAt: totals.asAt };
  const year = Number(totals.asAt.slice(0, 4));
  const sum = (of: (row: Row) => number) => totals.byMinistry.reduce((whole, row) => whole + of(row), 0);
  const columns: Column<Row>[] = [
    {
      key: 'agency',
      heading: t('progress.ministry'),
      rowHeader: true,
      total: t('progress.total'),
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
      total: (
        <Link to="/procedures" search={{ ...here, status: 'simplified' }}>
          {format.number(sum((row) => row.simplified))}
        </Link>
      ),
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
      total: (
        <Link to="/procedures" search={here}>
          {format.number(sum((row) => row.baseline))}
        </Link>
      ),
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
      total: (
        <Link to="/procedures" search={{ ...here, status: 'simplified', year }}>
          {format.number(sum((row) => row.inYear))}
        </Link>
      ),
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
      total: (
        <DocumentsAtWork totals={totals} phase="open">
          {format.number(sum((row) => row.documentsOpen))}
        </DocumentsAtWork>
      ),
      cell: (row) => (
        <DocumentsAtWork totals={totals} ministry={row.agency.code} phase="open">
          {format.number(row.documentsOpen)}
        </DocumentsAtWork>
      ),
    },
    {
      key: 'overdue',
      heading: t('progress.overdue'),
      numeric: true,
      narrow: true,
      total: (
        <Overdue totals={totals} late={totals.documents.overdue} held={sum((row) => row.proceduresOverdue)} />
      ),
      cell: (row) => (
        <Overdue
          totals={totals}
          ministry={row.agency.code}
          late={row.documentsOverdue}
          held={row.proceduresOverdue}
        />
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

/** Late documents, which open as a list, and how many procedures they hold up. */
function Overdue({
  totals,
  ministry,
  late,
  held,
}: {
  readonly totals: TotalsView;
  readonly ministry?: string;
  readonly late: number;
  readonly held: number;
}) {
  const { t } = useTranslation();
  if (late === 0) return <span className="faint">–</span>;
  return (
    <>
      <DocumentsAtWork totals={totals} {...(ministry && { ministry })} timing="overdue" className="late">
        {t('progress.documents', { count: late })}
      </DocumentsAtWork>
      {held > 0 && <div className="small soft">{t('progress.heldUp', { count: held })}</div>}
    </>
  );
}
