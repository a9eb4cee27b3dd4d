import { Link } from '@tanstack/react-router';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../components/bar.tsx';
import cols from '../../components/cols.module.css';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';

export function ByMeasure({ totals }: { readonly totals: TotalsView }) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const format = useFormat();
  if (totals.byMeasure.length === 0) return null;
  return (
    <section className={cols.section}>
      <h2>{t('progress.byMeasure')}</h2>
      <DataTable
        caption={t('progress.byMeasure')}
        rows={totals.byMeasure}
        rowKey={(row) => row.measure}
        columns={[
          {
            key: 'measure',
            heading: t('progress.measure'),
            cell: (row) => capital('measure', row.measure),
            rowHeader: true,
          },
          {
            key: 'simplified',
            heading: t('progress.simplified'),
            cell: (row) => (
              <>
                <Link
                  to="/procedures"
                  search={{
                    programme: totals.programme,
                    asAt: totals.asAt,
                    status: 'simplified',
                    measure: row.measure,
                  }}
                >
                  {format.number(row.simplified)}
                </Link>
                <Bar part={row.simplified} whole={totals.simplified} />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
