import type { DifferenceView } from '@tinhgon/rules/views/difference';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import styles from './difference.module.css';
import { signed } from './signed.ts';

type Row = DifferenceView['byMinistry'][number];

/** Both days side by side, each agency with what it had charge of on that day. */
export function ByMinistry({ difference }: { readonly difference: DifferenceView }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const { number, day } = useFormat();
  const rows = difference.byMinistry;
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const column = (key: string, heading: string, of: (row: Row) => number, write = number) => ({
    key,
    heading,
    numeric: true,
    cell: (row: Row) => write(of(row)),
    total: write(sum(of)),
  });
  const change = (value: number) => signed(value, number);
  const [from, to] = [day(difference.from.asAt), day(difference.to.asAt)];
  return (
    <section className={styles.section}>
      <h2>{t('progress.byMinistry')}</h2>
      {rows.length === 0 ? (
        <p className="soft">{t('progress.noMinistry')}</p>
      ) : (
        <DataTable
          caption={t('progress.byMinistry')}
          rows={rows}
          rowKey={(row) => row.agency.code}
          columns={[
            {
              key: 'agency',
              heading: t('progress.ministry'),
              rowHeader: true,
              cell: (row) => name(row.agency.name),
              total: t('progress.total'),
            },
            column('from', t('difference.simplifiedOn', { day: from }), (row) => row.from.simplified),
            column('to', t('difference.simplifiedOn', { day: to }), (row) => row.to.simplified),
            column('change', t('baseline.change'), (row) => row.to.simplified - row.from.simplified, change),
            column('fromBase', t('difference.baselineOn', { day: from }), (row) => row.from.baseline),
            column('toBase', t('difference.baselineOn', { day: to }), (row) => row.to.baseline),
          ]}
        />
      )}
    </section>
  );
}
