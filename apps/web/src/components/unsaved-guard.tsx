import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before what was typed is left behind; when the whole tab is closed, the browser asks in its own words. */
export function UnsavedGuard({ unsaved }: { readonly unsaved: boolean }) {
  const { t } = useTranslation();
  const leaving = useBlocker({
    shouldBlockFn: () => unsaved,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  return (
    <Modal
      opened
      onClose={leaving.reset}
      title={t('app.unsaved.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p>{t('app.unsaved.text')}</p>
      <Group mt="lg">
        <Button data-autofocus onClick={leaving.reset}>
          {t('app.unsaved.stay')}
        </Button>
        <Button variant="default" onClick={leaving.proceed}>
          {t('app.unsaved.leave')}
        </Button>
      </Group>
    </Modal>
  );
}
