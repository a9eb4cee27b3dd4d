import { Link } from '@tanstack/react-router';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { useTranslation } from 'react-i18next';
import cols from '../../components/cols.module.css';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';

export function ByYear({ totals }: { readonly totals: TotalsView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (totals.byYear.length === 0) return null;
  return (
    <section className={cols.section}>
      <h2>{t('progress.byYear')}</h2>
      <DataTable
        caption={t('progress.byYear')}
        rows={totals.byYear.toReversed()}
        rowKey={(row) => String(row.year)}
        columns={[
          { key: 'year', heading: t('progress.yearHeading'), cell: (row) => row.year, rowHeader: true },
          {
            key: 'simplified',
            heading: t('progress.simplified'),
            numeric: true,
            cell: (row) => (
              <Link
                to="/procedures"
                search={{
                  programme: totals.programme,
                  asAt: totals.asAt,
                  status: 'simplified',
                  year: row.year,
                }}
              >
                {format.number(row.simplified)}
              </Link>
            ),
          },
          {
            key: 'documents',
            heading: t('progress.documentsHeading'),
            numeric: true,
            cell: (row) => format.number(row.documents),
          },
          {
            key: 'ministries',
            heading: t('progress.ministry'),
            numeric: true,
            cell: (row) => format.number(row.ministries),
          },
        ]}
      />
    </section>
  );
}
