import { useTranslation } from 'react-i18next';

/** The record of a plan to take away and check elsewhere, with what it is and is not. */
export function RecordLink({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  return (
    <p className="small soft no-print">
      <a href={`/api/v1/audit/plan/${encodeURIComponent(code)}`} download>
        {t('history.record')}
      </a>
      {'. '}
      {t('history.recordNote')}
    </p>
  );
}
