import { useTranslation } from 'react-i18next';

/** Whether a figure reaches its target, in words. */
export function Reached({ reached }: { readonly reached: boolean | null }) {
  const { t } = useTranslation();
  if (reached === null) return <span className="soft">{t('indicator.noTarget')}</span>;
  return reached ? (
    <span className="ok nowrap">✓ {t('indicator.reached')}</span>
  ) : (
    <span className="soon nowrap">{t('indicator.notReached')}</span>
  );
}
