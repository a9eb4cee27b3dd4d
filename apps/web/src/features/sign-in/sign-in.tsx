import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { Note } from '../../components/note.tsx';
import { PageHeading } from '../../components/page.tsx';
import styles from './sign-in.module.css';

/** Stands in for every page while nobody is signed in; afterwards the reader is where they wanted to go. */
export function SignIn({ reason }: { readonly reason: 'signed-out' | 'no-account' }) {
  const { t } = useTranslation();
  const here = location.pathname + location.search;
  return (
    <main className={styles.page} id="main">
      <div className={styles.top}>
        <LanguageSwitch signedIn={false} />
      </div>
      <PageHeading title={t('signIn.title')}>{t('app.name')}</PageHeading>
      <p className={styles.lead}>{t('app.tagline')}</p>
      {reason === 'no-account' && (
        <Note tone="soon" role="alert" title={t('signIn.noAccountTitle')}>
          <p>{t('signIn.noAccount')}</p>
        </Note>
      )}
      <Button component="a" href={`/auth/sign-in?returnTo=${encodeURIComponent(here)}`} size="md">
        {t(reason === 'no-account' ? 'signIn.asOther' : 'signIn.in')}
      </Button>
      <p className="soft small">{t('signIn.how')}</p>
    </main>
  );
}
