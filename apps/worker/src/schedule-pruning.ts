import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { pruning } from '@tinhgon/workflows/pruning/pruning';
import { wordsOf } from '@tinhgon/workflows/words';

/** Deployments that share a namespace have each their own. */
export const pruningScheduleId = (taskQueue: string): string => `prune-nightly-${taskQueue}`;

/** Sees to it that old notifications are removed every night at three. Doing it again changes nothing. */
export async function schedulePruning(client: Client, locale: 'vi' | 'en', taskQueue: string): Promise<void> {
  const words = wordsOf(locale).supervisor;
  try {
    await client.schedule.create<typeof pruning>({
      scheduleId: pruningScheduleId(taskQueue),
      spec: { calendars: [{ hour: 3, comment: words.pruningSchedule }], timezone: 'Asia/Ho_Chi_Minh' },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '12 hours' },
      action: {
        type: 'startWorkflow',
        workflowType: 'pruning',
        workflowId: `prune-${taskQueue}`,
        taskQueue,
        args: [{ locale }],
        staticSummary: words.pruning,
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
