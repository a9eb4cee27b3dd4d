import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PasskeysView } from '@tinhgon/rules/views/passkey';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTRPC } from '../../server/trpc.ts';
import styles from './preferences.module.css';
import { usePasskeys } from './use-passkeys.ts';

const NAME_MAX = 60;

/** What the reader confirms their decisions with: added, named, removed, and whether each decision asks for it. */
export function Passkeys() {
  const { t } = useTranslation();
  const query = useQuery(useTRPC().me.passkeys.queryOptions());
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t('preferences.passkeys')}</h2>
      <p className="soft">{t('preferences.passkeysWhat')}</p>
      <Loaded query={query} skeleton={<SkeletonLines count={3} />}>
        {(standing) =>
          standing.host === null ? (
            <Note tone="soon">{t('preferences.passkeysNowhere', { host: window.location.hostname })}</Note>
          ) : (
            <OwnPasskeys standing={standing} />
          )
        }
      </Loaded>
    </section>
  );
}

function OwnPasskeys({ standing }: { readonly standing: PasskeysView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const announce = useAnnounce();
  const { change, pending, failure } = usePasskeys(standing);
  const { passkeys, removed, confirms } = standing;
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const run = async (asked: Parameters<typeof change>[0], done: string) => {
    const taken = await change(asked).catch(() => null);
    if (taken) announce(done);
    return taken !== null;
  };
  const add = async () => {
    setTried(true);
    if (name.trim() === '' || !(await run({ do: 'add', name: name.trim() }, t('preferences.passkeyAdded'))))
      return;
    setName('');
    setTried(false);
  };
  return (
    <>
      {failure && (
        <FailureNote failure={failure}>
          {failure.code === 'SIGN_IN_AGAIN' && (
            <p>
              <a href={`/auth/sign-in?again&returnTo=${encodeURIComponent('/me/preferences')}`}>
                {t('preferences.signInAgain')}
              </a>
            </p>
          )}
        </FailureNote>
      )}
      {passkeys.length === 0 ? (
        <p>{t('preferences.passkeysNone')}</p>
      ) : (
        <>
          <ul className={styles.passkeys}>
            {passkeys.map((one) => (
              <li key={one.id}>
                <span>
                  <span className="medium">{one.name}</span>
                  <span className="small soft">
                    {' '}
                    {t('preferences.passkeySince', { moment: format.moment(one.createdAt) })}
                  </span>
                </span>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={pending}
                  onClick={() => void run({ do: 'remove', id: one.id }, t('preferences.passkeyRemoved'))}
                >
                  {t('preferences.passkeyRemove')}
                  <span className="visually-hidden"> {one.name}</span>
                </Button>
              </li>
            ))}
          </ul>
          <Switch
            mb={16}
            label={t('preferences.confirms')}
            description={t('preferences.confirmsWhat')}
            checked={confirms}
            disabled={pending}
            onChange={(event) =>
              void run({ do: 'confirms', confirms: event.currentTarget.checked }, t('preferences.saved'))
            }
          />
        </>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Group align="end">
          <TextInput
            label={t('preferences.passkeyName')}
            description={t('preferences.passkeyNameHint')}
            inputWrapperOrder={['label', 'description', 'input', 'error']}
            value={name}
            maxLength={NAME_MAX}
            onChange={(event) => setName(event.currentTarget.value)}
            error={tried && name.trim() === '' && t('form.required')}
          />
          <Button type="submit" variant="default" loading={pending}>
            {t('preferences.passkeyAdd')}
          </Button>
        </Group>
      </form>
      {removed.length > 0 && (
        <details className={styles.removed}>
          <summary>{t('preferences.passkeysRemoved', { count: removed.length })}</summary>
          <ul>
            {removed.map((one) => (
              <li key={one.id} className="small soft">
                {t('preferences.passkeyRemovedBy', {
                  name: one.name,
                  person: one.by,
                  moment: format.moment(one.at),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
