import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Note } from '../../components/note.tsx';
import styles from './webhook.module.css';

/** A secret that was just made: shown this once. */
export function SecretNote({ secret }: { readonly secret: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard();
  return (
    <Note tone="ok" role="status">
      <div className={styles.secret}>
        <TextInput
          label={t('webhook.secret')}
          value={secret}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button variant="default" onClick={() => clipboard.copy(secret)}>
          {t(clipboard.copied ? 'preferences.copied' : 'preferences.copy')}
        </Button>
      </div>
      <p>{t('webhook.secretOnce')}</p>
    </Note>
  );
}
