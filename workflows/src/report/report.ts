import { ActivityFailure, proxyActivities, workflowInfo } from '@temporalio/workflow';
import { endWhereBegun } from '../end-where-begun.ts';
import { queueOf } from '../queues.ts';
import type { Deployment } from '../subject/messages.ts';
import { wordsOf } from '../words.ts';

export interface ReportInput {
  readonly id: string;
  readonly deployment: Deployment;
}

/** What a report needs of the world; the worker app implements it. All may be done twice. */
export interface ReportActivities {
  /** Writes the report's files. */
  makeReport(id: string): Promise<void>;
  /** Says that it could not be made. */
  giveUpReport(id: string): Promise<void>;
}

/** `report/{id}`: makes the files of one report; what fails is tried a few times and then said. */
export async function report({ id, deployment }: ReportInput): Promise<void> {
  const words = wordsOf(deployment.locale).supervisor.report;
  const taskQueue = queueOf(workflowInfo().taskQueue, 'bulk');
  const { makeReport } = proxyActivities<ReportActivities>({
    taskQueue,
    startToCloseTimeout: '1 hour',
    // A worker that died is noticed by its silence.
    heartbeatTimeout: '30 seconds',
    retry: { maximumAttempts: 5 },
    summary: words.make,
  });
  const { giveUpReport } = proxyActivities<ReportActivities>({
    taskQueue,
    startToCloseTimeout: '1 minute',
    summary: words.giveUp,
  });
  try {
    await makeReport(id);
  } catch (error) {
    if (error instanceof ActivityFailure) await giveUpReport(id);
    throw error;
  }
}

endWhereBegun(report);
