import { Link } from '@tanstack/react-router';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { useTranslation } from 'react-i18next';
import cols from '../../components/cols.module.css';
import { useFormat } from '../../format/use-format.ts';
import { DocumentsAtWork } from './documents-at-work.tsx';
import styles from './year-box.module.css';

/** The report's line for the year of the day shown: procedures, documents, ministries and agencies. */
export function YearBox({ totals }: { readonly totals: TotalsView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const year = Number(totals.asAt.slice(0, 4));
  const row = totals.byYear.find((one) => one.year === year);
  return (
    <section className={cols.section}>
      <h2>{t('progress.year', { year })}</h2>
      <dl className={styles.box}>
        <dt>{t('progress.yearProcedures')}</dt>
        <dd className="strong">
          <Link
            to="/procedures"
            search={{ programme: totals.programme, asAt: totals.asAt, status: 'simplified', year }}
          >
            {format.number(row?.simplified ?? 0)}
          </Link>
        </dd>
        <dt>{t('progress.yearDocuments')}</dt>
        <dd>{format.number(row?.documents ?? 0)}</dd>
        <dt>{t('progress.yearMinistries')}</dt>
        <dd>{format.number(row?.ministries ?? 0)}</dd>
        <dt>{t('progress.documentsOpen')}</dt>
        <dd>
          <DocumentsAtWork totals={totals} phase="open">
            {format.number(totals.documents.open)}
          </DocumentsAtWork>
        </dd>
        <dt>{t('progress.documentsLate')}</dt>
        <dd className={totals.documents.overdue > 0 ? 'late' : undefined}>
          <DocumentsAtWork totals={totals} timing="overdue">
            {format.number(totals.documents.overdue)}
          </DocumentsAtWork>
        </dd>
      </dl>
    </section>
  );
}
