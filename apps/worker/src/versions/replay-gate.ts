import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Client, HistoryAndWorkflowId } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { Worker } from '@temporalio/worker';

/** Histories kept with the workflows' source, each of a life that earlier code led. */
const KEPT = fileURLToPath(new URL('../histories', import.meta.resolve('@tinhgon/workflows')));

export interface Replayed {
  readonly kept: number;
  readonly live: number;
  /** Those this code cannot go on with, and why. */
  readonly broken: readonly { readonly workflow: string; readonly reason: string }[];
}

interface Gate {
  readonly taskQueue: string;
  readonly bundle: { readonly code: string };
  /** Kept histories are in the clear, those of today are not: both are read. */
  readonly dataConverter: DataConverter;
  readonly most: number;
}

/**
 * Whether workflows that run under other code could go on under this: replays the kept histories and those of up to
 * `most` workflows that are open now.
 */
export async function replayGate(
  client: Client,
  { taskQueue, bundle, dataConverter, most }: Gate,
): Promise<Replayed> {
  const counts = { kept: 0, live: 0 };
  const broken: { workflow: string; reason: string }[] = [];
  const histories = async function* (): AsyncGenerator<HistoryAndWorkflowId> {
    for (const file of readdirSync(KEPT)) {
      counts.kept += 1;
      yield { workflowId: file, history: JSON.parse(readFileSync(`${KEPT}/${file}`, 'utf8')) };
    }
    const query = `ExecutionStatus = 'Running' and TaskQueue = '${taskQueue}'`;
    for await (const { workflowId, runId } of client.workflow.list({ query })) {
      if (counts.live >= most) return;
      counts.live += 1;
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      yield { workflowId, history };
    }
  };
  for await (const { workflowId, error } of Worker.runReplayHistories(
    // Whoever asks reads why: nothing of it goes to Temporal.
    { workflowBundle: bundle, dataConverter: { payloadCodecs: dataConverter.payloadCodecs ?? [] } },
    histories(),
  ))
    if (error) broken.push({ workflow: workflowId, reason: reasonOf(error) });
  return { ...counts, broken };
}

/** The one sentence of it that says what is wrong. */
const reasonOf = ({ message }: Error): string => /message: "((?:[^"\\]|\\.)*)"/.exec(message)?.[1] ?? message;
