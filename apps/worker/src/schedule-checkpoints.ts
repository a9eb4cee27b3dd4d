import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { checkpoint } from '@tinhgon/workflows/checkpoint/checkpoint';
import { wordsOf } from '@tinhgon/workflows/words';

/** Deployments that share a namespace have each their own. */
export const checkpointScheduleId = (taskQueue: string): string => `checkpoint-nightly-${taskQueue}`;

/** Sees to it that a checkpoint is signed every night at one. Doing it again changes nothing. */
export async function scheduleCheckpoints(
  client: Client,
  locale: 'vi' | 'en',
  taskQueue: string,
): Promise<void> {
  const words = wordsOf(locale).supervisor;
  try {
    await client.schedule.create<typeof checkpoint>({
      scheduleId: checkpointScheduleId(taskQueue),
      spec: { calendars: [{ hour: 1, comment: words.checkpointSchedule }], timezone: 'Asia/Ho_Chi_Minh' },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '12 hours' },
      action: {
        type: 'startWorkflow',
        workflowType: 'checkpoint',
        workflowId: `checkpoint-${taskQueue}`,
        taskQueue,
        args: [{ locale }],
        staticSummary: words.checkpoint,
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
