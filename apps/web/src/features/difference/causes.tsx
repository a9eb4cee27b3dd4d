import type { DifferenceCause, DifferenceView } from '@tinhgon/rules/views/difference';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import styles from './difference.module.css';
import { signed } from './signed.ts';

/** What adds up to the difference; each cause opens the procedures behind it. */
export function Causes({
  difference,
  chosen,
  onChoose,
}: {
  readonly difference: DifferenceView;
  readonly chosen: DifferenceCause | undefined;
  readonly onChoose: (cause: DifferenceCause | undefined) => void;
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { causes, from, to } = difference;
  return (
    <section className={styles.section}>
      <h2>{t('difference.causes')}</h2>
      {causes.length === 0 ? (
        <p className="soft">{t('difference.same')}</p>
      ) : (
        <DataTable
          caption={t('difference.causes')}
          rows={causes}
          rowKey={(row) => row.cause}
          columns={[
            {
              key: 'cause',
              heading: t('difference.cause'),
              rowHeader: true,
              cell: (row) => (
                <>
                  <button
                    type="button"
                    className="link-button"
                    aria-pressed={row.cause === chosen}
                    onClick={() => onChoose(row.cause === chosen ? undefined : row.cause)}
                  >
                    {t(`difference.of.${row.cause}`)}
                  </button>
                  <div className="small soft">{t(`difference.means.${row.cause}`)}</div>
                </>
              ),
              total: t('progress.total'),
            },
            {
              key: 'procedures',
              heading: t('difference.procedures'),
              numeric: true,
              cell: (row) => number(row.procedures),
              total: number(causes.reduce((sum, row) => sum + row.procedures, 0)),
            },
            {
              key: 'simplified',
              heading: t('progress.simplified'),
              numeric: true,
              cell: (row) => signed(row.simplified, number),
              total: signed(to.simplified - from.simplified, number),
            },
            {
              key: 'baseline',
              heading: t('progress.baselineCount'),
              numeric: true,
              cell: (row) => signed(row.baseline, number),
              total: signed((to.baseline?.count ?? 0) - (from.baseline?.count ?? 0), number),
            },
          ]}
        />
      )}
    </section>
  );
}
