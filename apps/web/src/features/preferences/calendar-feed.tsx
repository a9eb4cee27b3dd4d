import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useClipboard, useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Note } from '../../components/note.tsx';
import { useFormat } from '../../format/use-format.ts';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import styles from './preferences.module.css';

/** The address under which calendar programs read the reader's deadlines: made, shown once, renewed, taken back. */
export function CalendarFeed({ since }: { readonly since: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const [url, setUrl] = useState<string | null>(null);
  const [asking, ask] = useDisclosure();
  const change = useMutation({
    mutationFn: async (what: 'renew' | 'revoke') =>
      what === 'renew'
        ? (await client.me.renewCalendar.mutate()).url
        : (await client.me.revokeCalendar.mutate(), null),
    onSuccess: async (made) => {
      setUrl(made);
      ask.close();
      if (made === null) announce(t('preferences.calendarStopped'));
      await cache.invalidateQueries({ queryKey: trpc.me.preferences.queryKey() });
    },
  });
  const failure = change.error
    ? (failureOf(change.error) ?? { code: NO_ANSWER, message: '', logId: '' })
    : null;
  return (
    <section aria-labelledby="calendar-feed">
      <h2 id="calendar-feed">{t('preferences.calendar')}</h2>
      <p className="soft">{t('preferences.calendarWhat')}</p>
      {failure && <FailureNote failure={failure} />}
      {url !== null && <NewAddress url={url} />}
      {since === null ? (
        <Button variant="default" loading={change.isPending} onClick={() => change.mutate('renew')}>
          {t('preferences.calendarMake')}
        </Button>
      ) : (
        <>
          <p>{t('preferences.calendarSince', { moment: format.moment(since) })}</p>
          <Group>
            <Button variant="default" onClick={ask.open}>
              {t('preferences.calendarRenew')}
            </Button>
            <Button variant="default" loading={change.isPending} onClick={() => change.mutate('revoke')}>
              {t('preferences.calendarStop')}
            </Button>
          </Group>
        </>
      )}
      <Modal
        opened={asking}
        onClose={ask.close}
        title={t('preferences.calendarRenew')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <p>{t('preferences.calendarRenewWhat')}</p>
        <Group>
          <Button loading={change.isPending} onClick={() => change.mutate('renew')}>
            {t('preferences.calendarRenew')}
          </Button>
          <Button variant="default" onClick={ask.close}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Modal>
    </section>
  );
}

function NewAddress({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard();
  return (
    <Note tone="ok" role="status">
      <div className={styles.address}>
        <TextInput
          label={t('preferences.calendarAddress')}
          value={url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button variant="default" onClick={() => clipboard.copy(url)}>
          {t(clipboard.copied ? 'preferences.copied' : 'preferences.copy')}
        </Button>
      </div>
      <p>{t('preferences.calendarOnce')}</p>
    </Note>
  );
}
