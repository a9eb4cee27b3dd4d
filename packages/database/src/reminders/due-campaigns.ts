import type { Actor } from '@tinhgon/rules/actor';
import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { CampaignState } from '@tinhgon/rules/campaign/state';
import type { Instant } from '@tinhgon/rules/day';
import { campaignNotices, peopleAsked } from '@tinhgon/rules/reminders/campaign-notices';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import type { Found } from './keep-reminders.ts';

/** What campaigns have to say to the people of agencies that have not answered. */
export async function campaignsToTell(
  db: Db,
  people: readonly Actor[],
  now: Instant,
  calendar: WorkingCalendar,
): Promise<Found[]> {
  const { rows } = await sql<{ state: CampaignState }>`
    select state from campaign
    where phase = 'open' or state->'reminder'->>'at' > state->>'closedAt' order by code`.execute(db);
  return rows.flatMap(({ state }) => {
    const notices = campaignNotices(state, now, calendar);
    const asked = notices.length === 0 ? [] : peopleAsked(state, people);
    return asked.flatMap(({ id }) =>
      notices.map(({ kind, at, on, text }) => ({
        person: id,
        kind,
        subject: `campaign/${state.code}`,
        step: 'campaign-answers',
        openedAt: at,
        dueOn: on,
        ...(text !== null && { facts: { text } }),
      })),
    );
  });
}
