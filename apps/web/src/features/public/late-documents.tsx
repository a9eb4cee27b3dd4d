import type { PublicView } from '@tinhgon/rules/views/public';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import styles from './public.module.css';

export function LateDocuments({ view }: { readonly view: PublicView }) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const format = useFormat();
  return (
    <section className={styles.section}>
      <h2>{t('public.late')}</h2>
      {view.late.length === 0 ? (
        <p className="soft">{t('stands.noDebtHint')}</p>
      ) : (
        <DataTable
          caption={t('public.late')}
          rows={view.late}
          rowKey={(row) => row.code}
          columns={[
            {
              key: 'document',
              heading: t('progress.documentsHeading'),
              rowHeader: true,
              cell: (row) => (
                <>
                  {row.title}
                  <div className="small faint">
                    {capital('documentType', row.type)} · {name(row.ministry.name)}
                  </div>
                </>
              ),
            },
            {
              key: 'due',
              heading: t('stands.dueToSign'),
              cell: (row) => <span className="nowrap">{format.day(row.dueOn)}</span>,
            },
            {
              key: 'late',
              heading: t('progress.overdue'),
              narrow: true,
              cell: (row) => t('due.late', { count: row.daysLate }),
            },
            {
              key: 'reason',
              heading: t('stands.reason'),
              cell: (row) => row.reason ?? <span className="faint">{t('stands.noReason')}</span>,
            },
          ]}
        />
      )}
    </section>
  );
}
