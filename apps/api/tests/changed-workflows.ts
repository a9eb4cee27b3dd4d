import { sleep } from '@temporalio/workflow';

/** A plan as other code would lead it: nothing that began before can go on with it. */
export async function plan(): Promise<void> {
  await sleep('1 day');
}
