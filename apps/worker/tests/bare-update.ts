import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';

interface BareActivities {
  nothing(): Promise<void>;
}

const { nothing } = proxyActivities<BareActivities>({ startToCloseTimeout: '10 seconds' });

export const bareUpdate = defineUpdate<number>('bareUpdate');

/** One Update that waits for one normal activity that does nothing: what a move is measured beside. */
export async function bare(): Promise<void> {
  let done = 0;
  setHandler(bareUpdate, async () => {
    await nothing();
    done += 1;
    return done;
  });
  await condition(() => done > 0);
}
