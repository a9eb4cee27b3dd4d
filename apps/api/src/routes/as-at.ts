import { knownUpTo } from '@tinhgon/database/queries/feed/known-up-to';
import { calendarKnownAt, currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import type { ReadOn } from '@tinhgon/database/queries/reader';
import type { Db } from '@tinhgon/database/schema';
import type { AsAt } from '@tinhgon/rules/counting';
import { dayOf, type LegalDate } from '@tinhgon/rules/day';

/** Today in Viet Nam. */
export const today = (): LegalDate => dayOf(new Date().toISOString());

/**
 * The two days of a question; today and now when they are left out. What is known is told by the last event there
 * was by then, so that the answer can be asked for again.
 */
export async function asAtOf(
  db: Db,
  asked: { readonly asAt?: string | undefined; readonly knownAt?: string | undefined },
): Promise<AsAt> {
  const knownAt = asked.knownAt === undefined ? new Date() : new Date(asked.knownAt);
  return { asAt: asked.asAt ?? today(), knownAt: await knownUpTo(db, knownAt.toISOString()) };
}

/** The day lists are read on, and the calendar by which their days are reckoned; a past day where one is asked for. */
export async function readOn(
  db: Db,
  asked: { readonly asAt?: string | undefined; readonly knownAt?: string | undefined } = {},
): Promise<ReadOn> {
  if (asked.asAt === undefined && asked.knownAt === undefined) {
    return { today: today(), calendar: await currentCalendar(db) };
  }
  const past = await asAtOf(db, asked);
  return { today: past.asAt, calendar: await calendarKnownAt(db, past), past };
}
