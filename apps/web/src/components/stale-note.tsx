import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Note } from './note.tsx';
import styles from './stale-note.module.css';

/**
 * Someone changed what is being read; the reader decides when it changes on the screen. It lies above the
 * page, so that nothing moves.
 */
export function StaleNote({ stale, onReload }: { readonly stale: boolean; readonly onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={`${styles.place} no-print`}>
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
