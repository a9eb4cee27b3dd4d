import { sharePercent } from '@tinhgon/rules/share';
import type { PublicView } from '@tinhgon/rules/views/public';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../components/bar.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import styles from './public.module.css';

export function PublicMinistries({ view }: { readonly view: PublicView }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const sum = (of: (row: PublicView['byMinistry'][number]) => number) =>
    format.number(view.byMinistry.reduce((all, row) => all + of(row), 0));
  const share = (part: number, whole: number) => {
    const percent = sharePercent(part, whole);
    return percent === null ? '–' : format.percent(percent);
  };
  return (
    <section className={styles.section}>
      <h2>{t('progress.byMinistry')}</h2>
      <DataTable
        caption={t('progress.byMinistry')}
        rows={view.byMinistry}
        rowKey={(row) => row.agency.code}
        columns={[
          {
            key: 'agency',
            heading: t('progress.ministry'),
            rowHeader: true,
            total: t('progress.total'),
            cell: (row) => name(row.agency.name),
          },
          {
            key: 'simplified',
            heading: t('progress.simplified'),
            total: sum((row) => row.simplified),
            cell: (row) => (
              <>
                {format.number(row.simplified)}
                <Bar part={row.simplified} whole={row.baseline} />
              </>
            ),
          },
          {
            key: 'baseline',
            heading: t('progress.baselineCount'),
            numeric: true,
            total: sum((row) => row.baseline),
            cell: (row) => format.number(row.baseline),
          },
          {
            key: 'share',
            heading: t('public.shareHeading'),
            numeric: true,
            cell: (row) => share(row.simplified, row.baseline),
          },
        ]}
      />
    </section>
  );
}
