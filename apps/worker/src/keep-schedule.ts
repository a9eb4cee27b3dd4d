import {
  type Client,
  isGrpcServiceError,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import type { PayloadKeys } from '@tinhgon/commands/payloads/payload-keys';
import { SCHEDULE_NAMES, type ScheduleName } from '@tinhgon/rules/installation';
import { scheduleId } from '@tinhgon/workflows/schedules';
import { wordsOf } from '@tinhgon/workflows/words';
import { keyIdsIn } from './payload-keys/key-ids-in.ts';

const NOT_FOUND = 5;

type Locale = 'vi' | 'en';
type Words = ReturnType<typeof wordsOf>['supervisor'];
/** A workflow that starts by itself, knowing only in which language supervisors read of it. */
type Scheduled = (about: { readonly locale: Locale }) => Promise<unknown>;

interface Schedule extends Pick<ScheduleOptions, 'spec'> {
  readonly workflowType: 'checkpoint' | 'reconcile' | 'pruning' | 'reminders';
  /** What its workflow is called, before the queue. */
  readonly workflowName: string;
  /** How late it is still made up for. */
  readonly catchupWindow: '1 minute' | '12 hours';
  readonly workflowRunTimeout?: '1 hour';
  /** What it is for, where its times do not say so; in the clear. */
  readonly note?: string;
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
    note: words.remindersSchedule,
  }),
} satisfies Record<ScheduleName, (words: Words) => Schedule>;

/** Sees to it that what starts by itself is scheduled. Doing it again changes nothing. */
export async function keepSchedule(
  client: Client,
  name: ScheduleName,
  locale: Locale,
  taskQueue: string,
): Promise<void> {
  const { note, ...schedule } = scheduled(name, locale, taskQueue);
  try {
    await client.schedule.create<Scheduled>({
      scheduleId: scheduleId(name, taskQueue),
      ...schedule,
      ...(note === undefined ? {} : { state: { note } }),
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}

/**
 * Writes again, under the key that is in use, what schedules start their workflows with: they stand for years, longer
 * than any key should. Gives how many.
 */
export async function renewSchedules(
  client: Client,
  keys: PayloadKeys,
  locale: Locale,
  taskQueue: string,
): Promise<number> {
  const { current } = keys.ids();
  if (current === null) return 0;
  let renewed = 0;
  for (const name of SCHEDULE_NAMES) {
    const raw = await rawSchedule(client, name, taskQueue);
    if (!raw || keyIdsIn(raw.schedule?.action).every((id) => id === current)) continue;
    const { note: _note, ...schedule } = scheduled(name, locale, taskQueue);
    await client.schedule
      .getHandle(scheduleId(name, taskQueue))
      .update<Scheduled>(({ state }) => ({ ...schedule, state }));
    renewed += 1;
  }
  return renewed;
}

/** A schedule as Temporal keeps it; null when there is none. */
export async function rawSchedule(client: Client, name: ScheduleName, taskQueue: string) {
  const { namespace } = client.options;
  try {
    return await client.workflowService.describeSchedule({
      namespace,
      scheduleId: scheduleId(name, taskQueue),
    });
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === NOT_FOUND) return null;
    throw error;
  }
}

function scheduled(name: ScheduleName, locale: Locale, taskQueue: string) {
  const words = wordsOf(locale).supervisor;
  const schedule: Schedule = SCHEDULES[name](words);
  const { spec, note, catchupWindow, workflowName, workflowType, ...limits } = schedule;
  return {
    spec,
    note,
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow },
    action: {
      type: 'startWorkflow' as const,
      workflowType,
      workflowId: `${workflowName}-${taskQueue}`,
      taskQueue,
      args: [{ locale }] as [{ locale: Locale }],
      staticSummary: words[workflowType],
      ...limits,
    },
  };
}
