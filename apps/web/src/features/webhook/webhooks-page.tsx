import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Webhook, WebhookView } from '@tinhgon/rules/views/webhook';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { SecretNote } from './secret-note.tsx';
import styles from './webhook.module.css';
import { WebhookForm } from './webhook-form.tsx';
import { useWebhookWords } from './webhook-words.ts';

/** Systems outside that are told what happens; kept by administrators. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const me = useMe();
  return me.may.keepWebhooks ? (
    <Webhooks />
  ) : (
    <Page title={t('webhook.title')}>
      <Note tone="soon">{t('webhook.notAllowed')}</Note>
    </Page>
  );
}

const REFRESH_MS = 10_000;

function Webhooks() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = useQuery({ ...trpc.webhooks.list.queryOptions(), refetchInterval: REFRESH_MS });
  const [adding, setAdding] = useState<Webhook | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const begin = () => {
    setSecret(null);
    setAdding({ id: crypto.randomUUID(), name: '', url: '', topics: [], agency: null, enabled: true });
  };
  return (
    <Page title={t('webhook.title')} actions={<Button onClick={begin}>{t('webhook.add')}</Button>}>
      <p className="soft">{t('webhook.intro')}</p>
      {secret !== null && <SecretNote secret={secret} />}
      <Loaded query={query} skeleton={<SkeletonLines count={4} />}>
        {(webhooks) =>
          webhooks.length === 0 ? (
            <Empty title={t('webhook.none')}>{t('webhook.noneHint')}</Empty>
          ) : (
            <WebhookTable webhooks={webhooks} />
          )
        }
      </Loaded>
      {adding && (
        <WebhookForm
          isNew
          webhook={adding}
          save={async (webhook) => setSecret((await client.webhooks.add.mutate(webhook)).secret)}
          onClose={() => setAdding(null)}
        />
      )}
    </Page>
  );
}

function WebhookTable({ webhooks }: { readonly webhooks: readonly WebhookView[] }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const words = useWebhookWords();
  return (
    <DataTable
      caption={t('webhook.title')}
      rows={webhooks}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          heading: t('webhook.name'),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link to="/webhooks/$code" params={{ code: row.id }}>
                {row.name}
              </Link>
              <div className={`small soft ${styles.url}`}>{row.url}</div>
            </>
          ),
        },
        {
          key: 'whose',
          heading: t('webhook.whose'),
          cell: (row) => (row.agency ? name(row.agency.name) : t('webhook.everybody')),
        },
        {
          key: 'standing',
          heading: t('webhook.standing'),
          cell: (row) => {
            const { tone, text } = words.standing(row);
            return <span className={tone}>{text}</span>;
          },
        },
        {
          key: 'last',
          heading: t('webhook.lastDelivered'),
          cell: (row) => (row.lastDeliveredAt === null ? '–' : format.moment(row.lastDeliveredAt)),
        },
        {
          key: 'givenUp',
          heading: t('webhook.givenUp'),
          numeric: true,
          cell: (row) => format.number(row.givenUp),
        },
      ]}
    />
  );
}
