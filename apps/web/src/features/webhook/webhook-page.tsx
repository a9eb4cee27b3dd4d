import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { WebhookView } from '@tinhgon/rules/views/webhook';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { GivenUp, Recent } from './deliveries.tsx';
import { SecretNote } from './secret-note.tsx';
import styles from './webhook.module.css';
import { WebhookActions } from './webhook-actions.tsx';
import { useWebhookWords } from './webhook-words.ts';

const route = getRouteApi('/webhooks/$code');
const REFRESH_MS = 5_000;

/** One system that is told: how it stands, what was sent, what it did not take. */
export function WebhookPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const me = useMe();
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.webhooks.list.queryOptions(),
    enabled: me.may.keepWebhooks,
    refetchInterval: REFRESH_MS,
  });
  if (!me.may.keepWebhooks) {
    return (
      <Page title={t('webhook.one')}>
        <Note tone="soon">{t('webhook.notAllowed')}</Note>
      </Page>
    );
  }
  const webhook = query.data?.find(({ id }) => id === code);
  if (webhook) return <Overview key={webhook.id} webhook={webhook} />;
  return (
    <Page title={t('webhook.one')}>
      <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
        {() => (
          <Empty title={t('webhook.gone')}>
            <Link to="/webhooks">{t('webhook.title')}</Link>
          </Empty>
        )}
      </Loaded>
    </Page>
  );
}

function Overview({ webhook }: { readonly webhook: WebhookView }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const words = useWebhookWords();
  const [secret, setSecret] = useState<string | null>(null);
  const { tone, text } = words.standing(webhook);
  return (
    <Page title={webhook.name} above={<Link to="/webhooks">{t('webhook.title')}</Link>}>
      <p className={tone}>{text}</p>
      {!webhook.enabled && webhook.stoppedAt !== null && (
        <Note tone="late">{t('webhook.stoppedWhatNow')}</Note>
      )}
      {secret !== null && <SecretNote secret={secret} />}
      <dl>
        <dt>{t('webhook.url')}</dt>
        <dd className={styles.url}>{webhook.url}</dd>
        <dt>{t('webhook.whose')}</dt>
        <dd>{webhook.agency ? name(webhook.agency.name) : t('webhook.everybody')}</dd>
        <dt>{t('webhook.topics')}</dt>
        <dd>
          {words.topics(webhook.topics).map((line) => (
            <div key={line}>{line}</div>
          ))}
        </dd>
        <dt>{t('webhook.secret')}</dt>
        <dd>
          {t('webhook.secretSince', { moment: format.moment(webhook.secretSince) })}
          {webhook.oldSecretUntil !== null &&
            ` ${t('webhook.oldSecret', { moment: format.moment(webhook.oldSecretUntil) })}`}
        </dd>
      </dl>
      <WebhookActions webhook={webhook} onSecret={setSecret} />
      <GivenUp id={webhook.id} />
      <Recent id={webhook.id} />
    </Page>
  );
}
