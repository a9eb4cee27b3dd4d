import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import { dayOf, type Instant } from '@tinhgon/rules/day';
import { peopleAtWork } from '@tinhgon/rules/reminders/people-at-work';
import { remindersOf } from '@tinhgon/rules/reminders/reminders';
import { dueSoonUntil } from '../queries/steps/timing-condition.ts';
import type { Db } from '../schema.ts';
import { campaignsToTell } from './due-campaigns.ts';
import { dueSteps } from './due-steps.ts';
import { keepReminders } from './keep-reminders.ts';
import { peopleAtWorkOn } from './people-at-work.ts';
import { stoppedWebhooks } from './stopped-webhooks.ts';
import { voidedApprovals } from './voided-approvals.ts';

/**
 * Looks at every open step that is due soon or late, at campaigns, at approvals that fell and at webhooks that were switched off, and keeps what
 * people have not been told yet; with `withMail` the e-mails that carry it too. Looking again changes nothing. Returns how
 * many such steps and new notifications there were.
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
  const ofSteps = steps.flatMap((step) =>
    remindersOf(step, atWork, today, calendar).map(({ person, kind }) => {
      const { name: subject, step: key, openedAt, dueOn } = step;
      return { person, kind, subject, step: key, openedAt, dueOn };
    }),
  );
  const [ofCampaigns, ofApprovals, ofWebhooks] = await Promise.all([
    campaignsToTell(db, people, now, calendar),
    voidedApprovals(db, new Set(people.map(({ id }) => id)), now),
    stoppedWebhooks(db, people),
  ]);
  const fresh = await keepReminders(db, [...ofSteps, ...ofCampaigns, ...ofApprovals, ...ofWebhooks], {
    now,
    mail: withMail ? { calendar } : null,
  });
  return { steps: steps.length, fresh };
}
