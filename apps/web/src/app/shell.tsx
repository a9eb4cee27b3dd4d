import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../components/loaded.tsx';
import { Page } from '../components/page.tsx';
import { SkeletonLines } from '../components/skeleton-lines.tsx';
import { PublicShell } from '../features/public/public-shell.tsx';
import { SignIn } from '../features/sign-in/sign-in.tsx';
import { failureOf } from '../server/failure.ts';
import { MeContext, useMeQuery } from '../server/use-me.ts';
import { useOwnSteps } from '../server/use-own-steps.ts';
import { Header } from './header.tsx';
import { LiveNews } from './live-news.tsx';
import styles from './shell.module.css';

/** Around every page; what is public has one of its own, for it needs nobody. */
export function Shell() {
  const { pathname } = useLocation();
  return pathname.startsWith('/public/') ? <PublicShell /> : <OwnShell />;
}

/** Skip link, header, main. Signed out, the sign-in page stands in for any address. */
function OwnShell() {
  const { t } = useTranslation();
  const query = useMeQuery();
  const named = useOwnSteps(query.data !== undefined);
  const code = failureOf(query.error)?.code;
  if (!query.data && (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN')) {
    return <SignIn reason={code === 'FORBIDDEN' ? 'no-account' : 'signed-out'} />;
  }
  return (
    <>
      <a href="#main" className={styles.skip}>
        {t('app.skip')}
      </a>
      {query.data ? (
        <MeContext value={query.data}>
          <LiveNews>
            <Header />
            <main id="main" className={styles.main} tabIndex={-1}>
              <Suspense fallback={<PagePlaceholder />}>{named ? <Outlet /> : <PagePlaceholder />}</Suspense>
            </main>
          </LiveNews>
        </MeContext>
      ) : (
        <main id="main" tabIndex={-1}>
          <Page title={t('app.name')} hiddenHeading>
            <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
              {() => null}
            </Loaded>
          </Page>
        </main>
      )}
    </>
  );
}

function PagePlaceholder() {
  const { t } = useTranslation();
  return (
    <div className={styles.placeholder} aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('app.loading')}
      </span>
      <SkeletonLines count={8} />
    </div>
  );
}
