import {
  condition,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { BareActivities } from './bare-activities.ts';

const patience = { startToCloseTimeout: '10 seconds' } as const;
const normal = proxyActivities<BareActivities>(patience);
const local = proxyLocalActivities<BareActivities>(patience);

export type ActivityKind = 'normal' | 'local';
export const bareUpdate = defineUpdate<number, [string]>('bare');

/** The least that can be called a decision: an Update that waits for one activity that writes one row. */
export async function bare(kind: ActivityKind, updates: number): Promise<void> {
  const { writeRow } = kind === 'local' ? local : normal;
  let done = 0;
  setHandler(bareUpdate, async (what) => {
    await writeRow(what);
    done += 1;
    return done;
  });
  await condition(() => done >= updates);
}
