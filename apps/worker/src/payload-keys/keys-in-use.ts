import type { Client } from '@temporalio/client';
import { SCHEDULE_NAMES } from '@tinhgon/rules/installation';
import { scheduleId } from '@tinhgon/workflows/schedules';
import { rawSchedule } from '../keep-schedule.ts';
import { keyIdsIn } from './key-ids-in.ts';

const AT_ONCE = 8;

export interface KeysInUse {
  /** Open workflows and schedules that were looked at. */
  readonly looked: number;
  /** By key, or null for what is in the clear: in which of them it occurs. */
  readonly keys: ReadonlyMap<string | null, readonly string[]>;
}

/**
 * Which keys occur in the histories of open workflows and in what schedules start: none of them may be taken away. Reads
 * every open history, without decrypting any.
 */
export async function keysInUse(
  client: Client,
  taskQueue: string,
  onProgress: (looked: number) => void = () => {},
): Promise<KeysInUse> {
  const keys = new Map<string | null, string[]>();
  let looked = 0;
  const note = (where: string, message: unknown): void => {
    for (const id of new Set(keyIdsIn(message))) keys.set(id, [...(keys.get(id) ?? []), where]);
    looked += 1;
    onProgress(looked);
  };
  for (const name of SCHEDULE_NAMES) {
    const raw = await rawSchedule(client, name, taskQueue);
    if (raw) note(`schedule ${scheduleId(name, taskQueue)}`, raw);
  }
  const query = `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}'`;
  const open = client.workflow.list({ query })[Symbol.asyncIterator]();
  const work = async (): Promise<void> => {
    for (let next = await open.next(); !next.done; next = await open.next()) {
      const { workflowId, runId } = next.value;
      note(workflowId, await client.workflow.getHandle(workflowId, runId).fetchHistory());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { looked, keys };
}
