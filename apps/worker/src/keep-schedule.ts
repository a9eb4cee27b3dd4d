import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import { wordsOf } from '@tinhgon/workflows/words';

type Locale = 'vi' | 'en';
type Words = ReturnType<typeof wordsOf>['supervisor'];
/** A workflow that starts by itself, knowing only in which language supervisors read of it. */
type Scheduled = (about: { readonly locale: Locale }) => Promise<unknown>;

interface Schedule extends Pick<ScheduleOptions, 'spec' | 'memo'> {
  readonly workflowType: 'checkpoint' | 'reconcile' | 'pruning' | 'reminders';
  /** What its workflow is called, before the queue. */
  readonly workflowName: string;
  /** How late it is still made up for. */
  readonly catchupWindow: '1 minute' | '12 hours';
  readonly workflowRunTimeout?: '1 hour';
}

const nightly = (hour: number, comment: string): Pick<Schedule, 'spec' | 'catchupWindow'> => ({
  spec: { calendars: [{ hour, comment }], timezone: 'Asia/Ho_Chi_Minh' },
  catchupWindow: '12 hours',
});

const SCHEDULES = {
  'checkpoint-nightly': (words) => ({
    workflowType: 'checkpoint',
    workflowName: 'checkpoint',
    ...nightly(1, words.checkpointSchedule),
  }),
  'reconcile-nightly': (words) => ({
    workflowType: 'reconcile',
    workflowName: 'reconcile',
    ...nightly(2, words.reconcileSchedule),
  }),
  'prune-nightly': (words) => ({
    workflowType: 'pruning',
    workflowName: 'prune',
    ...nightly(3, words.pruningSchedule),
  }),
  reminders: (words) => ({
    workflowType: 'reminders',
    workflowName: 'reminders',
    spec: { intervals: [{ every: '2 minutes' }], jitter: '30 seconds' },
    catchupWindow: '1 minute',
    workflowRunTimeout: '1 hour',
    memo: { purpose: words.remindersSchedule },
  }),
} satisfies Record<string, (words: Words) => Schedule>;
type ScheduleName = keyof typeof SCHEDULES;
export const SCHEDULE_NAMES = Object.keys(SCHEDULES) as ScheduleName[];

/** Deployments that share a namespace have each their own. */
export const scheduleId = (name: ScheduleName, taskQueue: string): string => `${name}-${taskQueue}`;

/** Sees to it that what starts by itself is scheduled. Doing it again changes nothing. */
export async function keepSchedule(
  client: Client,
  name: ScheduleName,
  locale: Locale,
  taskQueue: string,
): Promise<void> {
  const words = wordsOf(locale).supervisor;
  const schedule: Schedule = SCHEDULES[name](words);
  const { spec, memo, catchupWindow, workflowName, workflowType, ...limits } = schedule;
  try {
    await client.schedule.create<Scheduled>({
      scheduleId: scheduleId(name, taskQueue),
      spec,
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow },
      action: {
        type: 'startWorkflow',
        workflowType,
        workflowId: `${workflowName}-${taskQueue}`,
        taskQueue,
        args: [{ locale }],
        staticSummary: words[workflowType],
        ...limits,
      },
      ...(memo === undefined ? {} : { memo }),
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
