import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import { dayOf, type Instant } from '@tinhgon/rules/day';
import { peopleAtWork } from '@tinhgon/rules/reminders/people-at-work';
import { remindersOf } from '@tinhgon/rules/reminders/reminders';
import { dueSoonUntil } from '../queries/steps/timing-condition.ts';
import type { Db } from '../schema.ts';
import { dueSteps } from './due-steps.ts';
import { keepReminders } from './keep-reminders.ts';
import { peopleAtWorkOn } from './people-at-work.ts';

/**
 * Looks at every open step that is due soon or late, and keeps what nobody has been reminded of yet; with `withMail`
 * the e-mails that carry it too. Looking again changes nothing. Returns how many steps and new reminders there were.
 */
export async function keepDueReminders(
  db: Db,
  now: Instant,
  { calendar, withMail }: { readonly calendar: WorkingCalendar; readonly withMail: boolean },
): Promise<{ readonly steps: number; readonly fresh: number }> {
  const today = dayOf(now);
  const [steps, people] = await Promise.all([
    dueSteps(db, dueSoonUntil({ today, calendar })),
    peopleAtWorkOn(db, today),
  ]);
  const atWork = peopleAtWork(people);
  const found = steps.flatMap((step) =>
    remindersOf(step, atWork, today, calendar).map((reminder) => ({ ...reminder, step })),
  );
  const fresh = await keepReminders(db, found, { now, mail: withMail ? { calendar } : null });
  return { steps: steps.length, fresh };
}
