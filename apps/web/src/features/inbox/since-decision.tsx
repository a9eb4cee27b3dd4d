import { useQuery } from '@tanstack/react-query';
import { signedName } from '@tinhgon/rules/person';
import type { ChangesSince } from '@tinhgon/rules/views/changes';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentChangesList, PlanChangesList } from '../../components/changes/changes-list.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC } from '../../server/trpc.ts';
import styles from './since-decision.module.css';

/** What of a plan reads otherwise than when the reader, or who stood in for them, last decided on it. */
export function PlanSinceDecision({ code }: { readonly code: string }) {
  const { data } = useQuery(useTRPC().plans.changes.queryOptions({ code }));
  if (!data?.since) return null;
  return (
    <Since since={data.since} isEmpty={data.lines.length === 0 && data.procedures.length === 0}>
      <PlanChangesList data={data} />
    </Since>
  );
}

/** The same of a document, for those who read its drafts. */
export function DocumentSinceDecision({ code }: { readonly code: string }) {
  const { data } = useQuery(useTRPC().documents.changes.queryOptions({ code }));
  if (!data?.since) return null;
  const { lines, procedures, hidden } = data;
  return (
    <Since since={data.since} isEmpty={lines.length + procedures.length + hidden === 0}>
      <DocumentChangesList data={data} />
    </Since>
  );
}

function Since({
  since,
  isEmpty,
  children,
}: {
  readonly since: NonNullable<ChangesSince>;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe().person.id;
  const moment = format.moment(since.at);
  const who = since.by.id === me ? null : signedName(since.by);
  const title = who ? t('changes.titleOf', { moment, who }) : t('changes.title', { moment });
  if (isEmpty) {
    return (
      <p className="soft">
        {who ? t('changes.nothingOf', { moment, who }) : t('changes.nothing', { moment })}
      </p>
    );
  }
  return (
    <section className={styles.since} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
