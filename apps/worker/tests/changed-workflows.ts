import { sleep } from '@temporalio/workflow';

export * from '@tinhgon/workflows';

/** A plan as other code would lead it: nothing that began before can go on with it. */
export async function plan(): Promise<void> {
  await sleep('1 day');
}
