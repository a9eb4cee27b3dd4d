import { Button } from '@mantine/core';
import { WEBHOOK_TRIES } from '@tinhgon/rules/webhook/delivery';
import type { DeliveryView } from '@tinhgon/rules/views/webhook';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { MoreRows } from '../../components/more-rows.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';
import { useSave } from '../../server/use-save.ts';
import styles from './webhook.module.css';
import { useWebhookWords } from './webhook-words.ts';

const SHOWN = 20;
const REFRESH_MS = 5_000;

/** Events the receiver did not take in any try, and the way to send them again. */
export function GivenUp({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const query = useDeliveries(id, 'given-up');
  const columns = useColumns();
  const words = useWebhookWords();
  const again = useSave((delivery: string | undefined) =>
    client.webhooks.sendAgain.mutate({ id, ...(delivery !== undefined && { delivery }) }),
  );
  return (
    <section className={styles.section} aria-labelledby="given-up">
      <h2 id="given-up">{t('webhook.givenUp')}</h2>
      <p className="soft">{t('webhook.givenUpWhat', { tries: WEBHOOK_TRIES })}</p>
      {again.failure && <FailureNote failure={again.failure} />}
      <MoreRows query={query} skeleton={2} none={<p>{t('webhook.noneGivenUp')}</p>}>
        {(rows) => (
          <>
            <p>
              <Button variant="default" loading={again.pending} onClick={() => void again.run(undefined)}>
                {t('webhook.sendAllAgain')}
              </Button>
            </p>
            <DataTable
              caption={t('webhook.givenUp')}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                ...columns,
                {
                  key: 'again',
                  heading: t('catalogue.actions'),
                  cell: (row) => (
                    <button type="button" className="link-button" onClick={() => void again.run(row.id)}>
                      {t('webhook.sendAgain')}
                      <span className="visually-hidden"> {words.about(row).title}</span>
                    </button>
                  ),
                },
              ]}
            />
          </>
        )}
      </MoreRows>
    </section>
  );
}

/** What was sent of late, tests among it. */
export function Recent({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const query = useDeliveries(id, 'recent');
  const columns = useColumns();
  return (
    <section className={styles.section} aria-labelledby="recent">
      <h2 id="recent">{t('webhook.recent')}</h2>
      <MoreRows query={query} skeleton={4} none={<p>{t('webhook.noneRecent')}</p>}>
        {(rows) => (
          <DataTable
            caption={t('webhook.recent')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              ...columns.slice(0, 1),
              {
                key: 'state',
                heading: t('webhook.state'),
                cell: (row) => (
                  <span className={TONE[row.state]}>
                    {t(
                      `webhook.stateOf.${row.subject === null && row.state === 'given-up' ? 'failed' : row.state}`,
                    )}
                  </span>
                ),
              },
              ...columns.slice(1),
            ]}
          />
        )}
      </MoreRows>
    </section>
  );
}

const TONE = { delivered: 'ok', waiting: 'soon', asked: 'soft', 'given-up': 'late' } as const;

function useDeliveries(id: string, list: 'given-up' | 'recent') {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const asked = { id, list, limit: SHOWN };
  return usePages(
    trpc.webhooks.deliveries.queryKey(asked),
    (cursor) => client.webhooks.deliveries.query({ ...asked, ...(cursor !== undefined && { cursor }) }),
    { refetchInterval: REFRESH_MS },
  );
}

function useColumns(): readonly Column<DeliveryView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWebhookWords();
  return [
    {
      key: 'what',
      heading: t('webhook.what'),
      rowHeader: true,
      cell: (row) => {
        const { title, what } = words.about(row);
        return (
          <>
            {title}
            {what !== null && <div className="small soft">{what}</div>}
            <div className="small faint">{row.type}</div>
          </>
        );
      },
    },
    {
      key: 'tried',
      heading: t('webhook.triedAt'),
      cell: (row) => (
        <>
          {row.triedAt === null ? '–' : format.moment(row.triedAt)}
          <div className="small soft">{t('webhook.tries', { count: row.tries })}</div>
        </>
      ),
    },
    {
      key: 'answer',
      heading: t('webhook.answer'),
      cell: (row) =>
        row.answer === null || row.answer === '' ? (
          words.answered(row)
        ) : (
          <details>
            <summary>{words.answered(row)}</summary>
            <pre className={`small soft ${styles.answer}`}>{row.answer}</pre>
          </details>
        ),
    },
  ];
}
