import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Note } from './note.tsx';

/** Someone changed what is being read; the reader decides when it changes on the screen. */
export function StaleNote({ stale, onReload }: { readonly stale: boolean; readonly onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {stale && (
        <Note tone="soon">
          <p>{t('decision.staleNote')}</p>
          <Button variant="default" size="xs" onClick={onReload}>
            {t('decision.seeNew')}
          </Button>
        </Note>
      )}
    </div>
  );
}
