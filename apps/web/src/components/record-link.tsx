import { useTranslation } from 'react-i18next';

interface RecordLinkProps {
  readonly kind: 'plan' | 'document';
  readonly code: string;
}

/** The record of a plan or document to take away and check elsewhere, with what it is and is not. */
export function RecordLink({ kind, code }: RecordLinkProps) {
  const { t } = useTranslation();
  return (
    <p className="small soft no-print">
      <a href={`/api/v1/audit/${kind}/${encodeURIComponent(code)}`} download>
        {t('history.record')}
      </a>
      {'. '}
      {t('history.recordWhat', { context: kind })} {t('history.recordNote')}
    </p>
  );
}
