import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import { endWhereBegun } from '../end-where-begun.ts';
import { queueOf } from '../queues.ts';
import { type Locale, wordsOf } from '../words.ts';

/** One workflow whose state and rows say different things. */
export interface Difference {
  readonly subject: string;
  readonly what: 'no-workflow' | 'no-row' | 'state' | 'events-owed' | 'news-owed' | 'epoch';
  /** The numbers of the last event on each side. */
  readonly workflowSeq: number | null;
  readonly rowSeq: number | null;
}

export interface ReconcileReport {
  readonly compared: number;
  readonly differences: readonly Difference[];
}

export interface ReconcileActivities {
  compareOpenWorkflows(): Promise<ReconcileReport>;
}

/** Nightly, on a Temporal Schedule: compares every open workflow with its rows and answers what differs. */
export async function reconcile({ locale }: { readonly locale: Locale }): Promise<ReconcileReport> {
  const { compareOpenWorkflows } = proxyActivities<ReconcileActivities>({
    taskQueue: queueOf(workflowInfo().taskQueue, 'bulk'),
    startToCloseTimeout: '1 hour',
    heartbeatTimeout: '1 minute',
    retry: { maximumAttempts: 5 },
    summary: wordsOf(locale).supervisor.reconcile,
  });
  return compareOpenWorkflows();
}

endWhereBegun(reconcile);
