import { Button, Group } from '@mantine/core';
import type { RemarkView } from '@tinhgon/rules/views/remark';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../announcer.tsx';
import { ConflictNote } from '../conflict-note.tsx';
import { useRemarks } from '../remarks/remarks-context.tsx';
import { Asked, Lines } from './confirm-item.tsx';
import styles from './confirming.module.css';

/** Confirms what a remark was answered by, where it stands; first it shows all that is approved with it. */
export function ConfirmAtRemark({ remark }: { readonly remark: RemarkView }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const remarks = useRemarks();
  const [open, setOpen] = useState(false);
  const item = remarks?.confirming.find(
    (one) => one.confirm.allowed && one.remarks.some(({ id }) => id === remark.id),
  );
  if (!remarks || !item) return null;
  if (!open) {
    return (
      <button
        type="button"
        className="link-button no-print"
        onClick={() => {
          remarks.sender.clear();
          setOpen(true);
        }}
      >
        {t('confirming.open')}
      </button>
    );
  }
  const confirm = async () => {
    const answer = await remarks.confirm(item);
    if (!answer) return;
    const done = t('confirming.done', { title: item.title });
    announce(answer.projected ? done : t('app.recordedLater'), answer.projected ? 'ok' : 'soon');
  };
  return (
    <section className={`${styles.item} no-print`} aria-label={t('confirming.of', { title: item.title })}>
      <p className="medium">{item.title}</p>
      <p className="soft">{t('confirming.intro')}</p>
      {item.remarks.length > 1 && <Asked item={item} />}
      <Lines item={item} />
      <ConflictNote failure={remarks.sender.failure} onReload={remarks.reload} />
      <Group gap="xs">
        <Button
          size="xs"
          loading={remarks.sender.pending}
          onClick={() => void confirm()}
          ref={(button) => {
            // The button that was pressed is gone: the keyboard goes on here.
            if (button && document.activeElement === document.body) button.focus();
          }}
        >
          {t('confirming.confirm')}
        </Button>
        <Button variant="default" size="xs" onClick={() => setOpen(false)}>
          {t('app.cancel')}
        </Button>
      </Group>
    </section>
  );
}
