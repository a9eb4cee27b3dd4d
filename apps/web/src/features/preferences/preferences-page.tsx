import { Radio, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MAIL_MODES, type MailMode } from '@tinhgon/rules/reminders/mail-times';
import type { PreferencesView } from '@tinhgon/rules/views/notification';
import { startTransition, useOptimistic, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { changeLanguage, type Language, LANGUAGES } from '../../language/i18n.ts';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { CommandFailure } from '../../server/use-command.ts';
import { CalendarFeed } from './calendar-feed.tsx';
import { Passkeys } from './passkeys.tsx';
import styles from './preferences.module.css';

/** How the reader wants to be spoken to and reminded. Each choice is kept as it is made. */
export function PreferencesPage() {
  const { t } = useTranslation();
  const query = useQuery(useTRPC().me.preferences.queryOptions());
  return (
    <Page title={t('preferences.title')}>
      <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
        {(preferences) => (
          <div className={styles.sections}>
            <Choices preferences={preferences} />
            <Passkeys />
            <CalendarFeed since={preferences.calendarSince} />
            <section aria-labelledby="my-data">
              <h2 id="my-data">{t('preferences.data')}</h2>
              <p className="soft">{t('preferences.dataWhat')}</p>
              <p>
                <a href="/api/v1/me/data" download={`${t('preferences.dataFile')}.json`}>
                  {t('preferences.dataTake')}
                </a>
              </p>
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

interface Change {
  readonly language?: Language;
  readonly mail?: MailMode;
}

function Choices({ preferences }: { readonly preferences: PreferencesView }) {
  const { t, i18n } = useTranslation();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const save = useMutation(trpc.me.savePreferences.mutationOptions());
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  // What was chosen stands at once.
  const [chosen, showAtOnce] = useOptimistic(preferences, (kept, change: Change) => ({ ...kept, ...change }));
  const keep = (change: Change) =>
    startTransition(async () => {
      showAtOnce(change);
      setFailure(null);
      try {
        const kept = await save.mutateAsync(change);
        cache.setQueryData(trpc.me.preferences.queryKey(), kept);
        if (change.language) await changeLanguage(change.language);
        announce(i18n.t('preferences.saved'));
      } catch (error) {
        setFailure(failureOf(error) ?? { code: NO_ANSWER, message: '', logId: '' });
      }
    });
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <Radio.Group
        label={t('app.language')}
        value={chosen.language}
        onChange={(value) => keep({ language: value as Language })}
      >
        <Stack gap={8} mt={8}>
          {LANGUAGES.map((one) => (
            <Radio key={one} value={one} label={t(`app.languages.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <div>
        <Radio.Group
          label={t('preferences.mail')}
          value={chosen.mail}
          onChange={(value) => keep({ mail: value as MailMode })}
        >
          <Stack gap={8} mt={8} mb={12}>
            {MAIL_MODES.map((mode) => (
              <Radio
                key={mode}
                value={mode}
                label={t(`preferences.mode.${mode}`)}
                description={t(`preferences.modeHint.${mode}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <MailNote {...preferences} />
      </div>
    </>
  );
}

/** Where mail goes, or why none does. */
function MailNote({ sendsMail, address }: PreferencesView) {
  const { t } = useTranslation();
  if (!sendsMail) return <Note tone="soon">{t('preferences.mailOff')}</Note>;
  if (address === null) return <Note tone="soon">{t('preferences.noAddress')}</Note>;
  return <p className="soft">{t('preferences.address', { address })}</p>;
}
