import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';

/** A page that could not be shown: most often a new version was installed and the old files are gone. */
export function RouteFailure({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Page title={t('app.brokenTitle')}>
      <Note tone="late" role="alert">
        <p>{t('app.brokenText')}</p>
        <p className="small soft">{error instanceof Error ? error.message : ''}</p>
      </Note>
      <Button variant="default" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </Page>
  );
}
