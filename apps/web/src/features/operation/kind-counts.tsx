import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import styles from './operation.module.css';

/** What an operation would do, by kind of subject. */
export function KindCounts({
  kinds,
}: {
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.section}>
      <h2>{t('operation.wouldDo')}</h2>
      <DataTable
        caption={t('operation.wouldDo')}
        rows={kinds}
        rowKey={(row) => row.kind}
        columns={[
          {
            key: 'kind',
            heading: t('operation.subjectKind'),
            rowHeader: true,
            cell: (row) => t(`operation.kinds.${row.kind}` as never),
          },
          {
            key: 'count',
            heading: t('operation.number'),
            numeric: true,
            cell: (row) => format.number(row.count),
          },
        ]}
      />
    </section>
  );
}
