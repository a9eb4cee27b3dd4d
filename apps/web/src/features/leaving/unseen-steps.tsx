import type { LeavingView } from '@tinhgon/rules/views/leaving';
import { useTranslation } from 'react-i18next';
import cols from '../../components/cols.module.css';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';

/** Steps of plans the reader may not see: how many, by what they wait for, and nothing of what they are about. */
export function UnseenSteps({ unseen }: { readonly unseen: LeavingView['unseen'] }) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const format = useFormat();
  const counted = (key: 'held' | 'alone' | 'unsettled', heading: string) => ({
    key,
    heading,
    numeric: true,
    cell: (row: LeavingView['unseen'][number]) => format.number(row[key]),
  });
  return (
    <section className={cols.section}>
      <h2>{t('leaving.unseen')}</h2>
      <p className="soft">{t('leaving.unseenHint')}</p>
      <DataTable
        caption={t('leaving.unseen')}
        rows={unseen}
        rowKey={(row) => `${row.function} ${row.agency?.code ?? ''}`}
        columns={[
          {
            key: 'function',
            heading: t('catalogue.function'),
            rowHeader: true,
            cell: (row) =>
              `${capital('function', row.function)}, ${row.agency ? name(row.agency.name) : t('app.nationwide')}`,
          },
          counted('held', t('leaving.unseenHeld')),
          counted('alone', t('leaving.unseenAlone')),
          counted('unsettled', t('leaving.unseenUnsettled')),
        ]}
      />
    </section>
  );
}
