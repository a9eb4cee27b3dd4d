import type { LegalDate } from '../day.ts';
import { sharePercent } from '../share.ts';
import { assertNever } from '../vocabulary.ts';

/** Done on its day or before, done later, not done yet, not done and past its day. */
export const TASK_STANDINGS = ['on-time', 'late', 'open', 'overdue'] as const;
export type TaskStanding = (typeof TASK_STANDINGS)[number];

interface Dates {
  readonly deadline: LegalDate;
  readonly doneOn: LegalDate | null;
}

/** How a task stands at the end of a day: what is done later is not done yet. */
export function standingOf({ deadline, doneOn }: Dates, day: LegalDate): TaskStanding {
  if (doneOn !== null && doneOn <= day) return doneOn <= deadline ? 'on-time' : 'late';
  return deadline < day ? 'overdue' : 'open';
}

export interface TaskCounts {
  readonly total: number;
  readonly done: number;
  readonly onTime: number;
  readonly late: number;
  readonly notDone: number;
  /** Of those not done. */
  readonly overdue: number;
  /** Null when there are none. */
  readonly sharePercent: number | null;
}

/** What many tasks add up to, from how many stand in each way. */
export function countTasks(standings: Iterable<readonly [TaskStanding, number]>): TaskCounts {
  let [onTime, late, open, overdue] = [0, 0, 0, 0];
  for (const [standing, count] of standings) {
    switch (standing) {
      case 'on-time':
        onTime += count;
        break;
      case 'late':
        late += count;
        break;
      case 'open':
        open += count;
        break;
      case 'overdue':
        overdue += count;
        break;
      default:
        assertNever(standing);
    }
  }
  const done = onTime + late;
  const notDone = open + overdue;
  const total = done + notDone;
  return { total, done, onTime, late, notDone, overdue, sharePercent: sharePercent(done, total) };
}
