import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { wordsOf } from '@tinhgon/workflows/words';
import type { reconcile } from '@tinhgon/workflows/reconcile/reconcile';

/** Deployments that share a namespace have each their own. */
export const scheduleId = (taskQueue: string): string => `reconcile-nightly-${taskQueue}`;

/** Sees to it that open workflows are compared with their rows every night at two. Doing it again changes nothing. */
export async function scheduleReconciliation(
  client: Client,
  locale: 'vi' | 'en',
  taskQueue: string,
): Promise<void> {
  const words = wordsOf(locale).supervisor;
  try {
    await client.schedule.create<typeof reconcile>({
      scheduleId: scheduleId(taskQueue),
      spec: { calendars: [{ hour: 2, comment: words.reconcileSchedule }], timezone: 'Asia/Ho_Chi_Minh' },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '12 hours' },
      action: {
        type: 'startWorkflow',
        workflowType: 'reconcile',
        workflowId: `reconcile-${taskQueue}`,
        taskQueue,
        args: [{ locale }],
        staticSummary: words.reconcile,
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
