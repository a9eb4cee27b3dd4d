import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import type { BareActivities } from './bare-activities.ts';

const { nothing } = proxyActivities<BareActivities>({ startToCloseTimeout: '10 seconds' });

export const decideUpdate = defineUpdate<number, [string]>('decide');

/** The least that can be called a decision: one Update that waits for one normal activity that does nothing. */
export async function bare(decisions: number): Promise<void> {
  let done = 0;
  setHandler(decideUpdate, async () => {
    await nothing();
    done += 1;
    return done;
  });
  await condition(() => done >= decisions);
}
