import { useTranslation } from 'react-i18next';

/** Where a supervisor sees the workflow; nothing without a Temporal UI. */
export function TemporalLink({ url }: { readonly url: string | null }) {
  const { t } = useTranslation();
  if (url === null) return null;
  return (
    <p className="no-print">
      <a href={url} target="_blank" rel="noreferrer" className="ok">
        {t('who.temporal')} ↗<span className="visually-hidden"> {t('app.newWindow')}</span>
      </a>
    </p>
  );
}
