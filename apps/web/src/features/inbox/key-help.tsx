import { Modal, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './inbox.module.css';
import { switchSingleKeys, useSingleKeysOn } from './use-single-keys.ts';

const KEYS = ['j', 'k', 'x', 'a', 'r', 'e', 'n', 'm', '?'] as const;

export function KeyHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const on = useSingleKeysOn();
  if (!opened) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inbox.keys')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <dl className={styles.keys}>
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{t(`inbox.key.${key === '?' ? 'help' : key}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Ctrl K</kbd>
          </dt>
          <dd>{t('search.open')}</dd>
        </div>
      </dl>
      <Switch
        label={t('inbox.singleKeys')}
        checked={on}
        onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  );
}
