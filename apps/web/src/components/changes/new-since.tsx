import { useMutation, useQuery } from '@tanstack/react-query';
import type { historyEntry } from '@tinhgon/rules/views/common';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useFormat } from '../../format/use-format.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC } from '../../server/trpc.ts';
import { HistoryList } from '../history-list.tsx';
import { DocumentChangesList, PlanChangesList } from './changes-list.tsx';
import styles from './new-since.module.css';

interface NewSinceProps {
  readonly kind: 'plan' | 'document';
  readonly code: string;
  readonly history: readonly z.infer<typeof historyEntry>[];
  /** Whether the reader sees what is drafted. */
  readonly readable: boolean;
}

/** Says quietly what has happened since the reader last opened the page; opening it marks it as read. */
export function NewSince({ kind, code, history, readable }: NewSinceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe().person.id;
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const own = history.filter((entry) => !entry.of);
  const seq = own[0]?.seq;
  const ofPlan = useMutation(trpc.plans.look.mutationOptions());
  const ofDocument = useMutation(trpc.documents.look.mutationOptions());
  const { mutate, data } = kind === 'plan' ? ofPlan : ofDocument;
  useEffect(() => {
    if (seq !== undefined) mutate({ code, seq });
  }, [mutate, code, seq]);
  const since = data?.since;
  if (!since) return null;
  const fresh = own.filter((entry) => entry.seq > since.seq && entry.actor.id !== me);
  if (fresh.length === 0) return null;
  return (
    <details className={`${styles.fresh} no-print`} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('changes.fresh', { moment: format.moment(since.at), count: fresh.length })}</summary>
      {open && (
        <>
          {readable && (kind === 'plan' ? <OfPlan code={code} /> : <OfDocument code={code} />)}
          <HistoryList entries={fresh} />
        </>
      )}
    </details>
  );
}

function OfPlan({ code }: { readonly code: string }) {
  const { data } = useQuery(useTRPC().plans.changes.queryOptions({ code, since: 'look' }));
  if (!data || data.lines.length + data.procedures.length === 0) return null;
  return (
    <Text>
      <PlanChangesList data={data} />
    </Text>
  );
}

function OfDocument({ code }: { readonly code: string }) {
  const { data } = useQuery({
    ...useTRPC().documents.changes.queryOptions({ code, since: 'look' }),
    // Once it is signed its text is everybody's, how it read before is not.
    retry: false,
  });
  if (!data || data.lines.length + data.procedures.length === 0) return null;
  return (
    <Text>
      <DocumentChangesList data={data} />
    </Text>
  );
}

function Text({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="medium">{t('changes.text')}</p>
      {children}
    </>
  );
}
