import { isWorkingDay, type WorkingCalendar, workingDaysBetween } from '../calendar.ts';
import { DUE_SOON_WORKING_DAYS } from '../clock.ts';
import { addDays, dayOf, type Instant, type LegalDate } from '../day.ts';

/** What a person is reminded of about one open step, in the order in which a step comes to them. */
export const REMINDER_KINDS = ['before-due', 'last-day', 'overdue', 'escalated'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** What the people of an asked agency are told of a campaign they have not answered. */
export const CAMPAIGN_KINDS = [
  'campaign-opened',
  'campaign-reminded',
  'campaign-moved',
  'campaign-ending',
] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

export const NOTIFICATION_KINDS = [
  ...REMINDER_KINDS,
  ...CAMPAIGN_KINDS,
  'approval-voided',
  'webhook-stopped',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What somebody did is told for this long: after a longer outage it is no news any more. */
export const NEWS_DAYS = 14;
export const isStillNews = (at: Instant, now: Instant): boolean =>
  dayOf(now) <= addDays(dayOf(at), NEWS_DAYS);

/** A step is escalated to a leader when it is this late. */
export const ESCALATED_AFTER_WORKING_DAYS = 3;

/**
 * People are reminded on working days: what comes to pass on a day off is told on the working day after it, and what
 * would be due on a day off has its last day before it.
 */
export function reminderDay(today: LegalDate, calendar: WorkingCalendar): LegalDate {
  let day = today;
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  return day;
}

/**
 * The reminder a step due on `dueOn` has come to for those it waits for, on a working day: the latest only, so that
 * after days without a look at it nobody is told what has been overtaken. Null while nothing is to be said.
 */
export function reminderKind(
  dueOn: LegalDate,
  day: LegalDate,
  calendar: WorkingCalendar,
): Exclude<ReminderKind, 'escalated'> | null {
  if (day > dueOn) return 'overdue';
  const left = workingDaysBetween(calendar, day, dueOn);
  if (left === 0) return 'last-day';
  return left <= DUE_SOON_WORKING_DAYS ? 'before-due' : null;
}

/** Whether a step due on `dueOn` is so late on a working day that a leader is told. */
export const isEscalated = (dueOn: LegalDate, day: LegalDate, calendar: WorkingCalendar): boolean =>
  day > dueOn && workingDaysBetween(calendar, dueOn, day) >= ESCALATED_AFTER_WORKING_DAYS;
