import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import styles from './public.module.css';

/** Around what anyone may read, signed in or not. */
export function PublicShell() {
  const { t } = useTranslation();
  return (
    <>
      <header className={styles.header}>
        <span className="medium">{t('app.name')}</span>
        <LanguageSwitch signedIn={false} />
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<SkeletonLines count={8} />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}
