import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { StaleNote } from '../../components/stale-note.tsx';
import { useNews } from '../../server/live.ts';
import { useTRPC } from '../../server/trpc.ts';
import { DocumentDetail } from './document-detail.tsx';
import styles from './inbox.module.css';
import { PlanDetail } from './plan-detail.tsx';

export interface DetailProps {
  readonly subject: 'plan' | 'document';
  readonly code: string;
  readonly step: string;
  readonly check: boolean;
  readonly onCheck: (check: boolean) => void;
  readonly onDecided: () => void;
  readonly onBack: () => void;
  /** Whether the reader came here from a decision on another item. */
  readonly landed: boolean;
  /** Several items are chosen: keys for a decision are about all of them. */
  readonly several: boolean;
}

export function Detail(props: DetailProps) {
  const { t } = useTranslation();
  const { subject, code } = props;
  return (
    <>
      <Button className={styles.back} variant="subtle" onClick={props.onBack} m="sm">
        ← {t('inbox.back')}
      </Button>
      {subject === 'plan' ? <OfPlan {...props} key={code} /> : <OfDocument {...props} key={code} />}
    </>
  );
}

const placeholder = (
  <div className={styles.body}>
    <SkeletonLines count={9} />
  </div>
);

function OfPlan(props: DetailProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.plans.get.queryOptions({ code: props.code }));
  const stale = useStale(`plan/${props.code}`, query.dataUpdatedAt);
  const reload = () => query.refetch();
  return (
    <Loaded query={query} skeleton={placeholder}>
      {(plan) => (
        <>
          <StaleNote stale={stale} onReload={() => void reload()} />
          <PlanDetail {...props} plan={plan} onReload={reload} />
        </>
      )}
    </Loaded>
  );
}

function OfDocument(props: DetailProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.documents.get.queryOptions({ code: props.code }));
  const stale = useStale(`document/${props.code}`, query.dataUpdatedAt);
  const reload = () => query.refetch();
  return (
    <Loaded query={query} skeleton={placeholder}>
      {(document) => (
        <>
          <StaleNote stale={stale} onReload={() => void reload()} />
          <DocumentDetail {...props} document={document} onReload={reload} />
        </>
      )}
    </Loaded>
  );
}

function useStale(subject: string, since: number): boolean {
  const concerns = useCallback((changed: string) => changed === subject, [subject]);
  return useNews(concerns, since).size > 0;
}
