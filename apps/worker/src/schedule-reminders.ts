import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { reminders } from '@tinhgon/workflows/reminders/reminders';
import { wordsOf } from '@tinhgon/workflows/words';

/** Deployments that share a namespace have each their own. */
export const remindersScheduleId = (taskQueue: string): string => `reminders-${taskQueue}`;

/** Sees to it that people are reminded and mails sent every few minutes. Doing it again changes nothing. */
export async function scheduleReminders(
  client: Client,
  locale: 'vi' | 'en',
  taskQueue: string,
): Promise<void> {
  const words = wordsOf(locale).supervisor;
  try {
    await client.schedule.create<typeof reminders>({
      scheduleId: remindersScheduleId(taskQueue),
      spec: { intervals: [{ every: '2 minutes' }], jitter: '30 seconds' },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
      action: {
        type: 'startWorkflow',
        workflowType: 'reminders',
        workflowId: `reminders-${taskQueue}`,
        taskQueue,
        args: [{ locale }],
        staticSummary: words.reminders,
        workflowRunTimeout: '1 hour',
      },
      memo: { purpose: words.remindersSchedule },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
