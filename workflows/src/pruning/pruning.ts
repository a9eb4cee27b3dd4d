import { proxyActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import { endWhereBegun } from '../end-where-begun.ts';
import { queueOf } from '../queues.ts';
import { fill, type Locale, wordsOf } from '../words.ts';

export interface PruningReport {
  readonly notifications: number;
  readonly mails: number;
}

export interface PruningActivities {
  pruneNotifications(): Promise<PruningReport>;
}

/** Nightly, on a Temporal Schedule: removes notifications and e-mails that have been kept long enough. */
export async function pruning({ locale }: { readonly locale: Locale }): Promise<PruningReport> {
  const { supervisor } = wordsOf(locale);
  const { pruneNotifications } = proxyActivities<PruningActivities>({
    taskQueue: queueOf(workflowInfo().taskQueue, 'notifications'),
    startToCloseTimeout: '1 hour',
    heartbeatTimeout: '1 minute',
    // The next night does what this one leaves undone.
    retry: { maximumAttempts: 3 },
    summary: supervisor.pruning,
  });
  const pruned = await pruneNotifications();
  setCurrentDetails(fill(supervisor.pruned, { ...pruned }));
  return pruned;
}

endWhereBegun(pruning);
