import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../components/page.tsx';

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.missingTitle')}>
      <p>{t('app.missingText')}</p>
      <Link to="/">{t('nav.progress')}</Link>
    </Page>
  );
}
