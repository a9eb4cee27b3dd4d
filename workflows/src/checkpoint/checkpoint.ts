import { proxyActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import { endWhereBegun } from '../end-where-begun.ts';
import { queueOf } from '../queues.ts';
import { fill, type Locale, wordsOf } from '../words.ts';

/** What was signed; null where this installation has no keys. */
export interface CheckpointReport {
  readonly day: string;
  readonly chains: number;
  readonly root: string;
}

export interface CheckpointActivities {
  signCheckpoint(): Promise<CheckpointReport | null>;
}

/** Nightly, on a Temporal Schedule: signs how far every chain of the record has come. */
export async function checkpoint({ locale }: { readonly locale: Locale }): Promise<CheckpointReport | null> {
  const { supervisor } = wordsOf(locale);
  const { signCheckpoint } = proxyActivities<CheckpointActivities>({
    taskQueue: queueOf(workflowInfo().taskQueue, 'bulk'),
    startToCloseTimeout: '30 minutes',
    retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumAttempts: 10 },
    summary: supervisor.checkpoint,
  });
  const signed = await signCheckpoint();
  setCurrentDetails(signed ? fill(supervisor.checkpointSigned, { ...signed }) : supervisor.nothingSigned);
  return signed;
}

endWhereBegun(checkpoint);
