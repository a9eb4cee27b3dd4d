import type { Actor } from '../actor.ts';
import type { WorkingCalendar } from '../calendar.ts';
import { unanswered } from '../campaign/standing.ts';
import type { CampaignState } from '../campaign/state.ts';
import { addDays, dayOf, type Instant, type LegalDate } from '../day.ts';
import { agenciesOf, isAuditor } from '../speaking.ts';
import { type CampaignKind, isStillNews, reminderDay } from './kinds.ts';

export interface CampaignNotice {
  readonly kind: CampaignKind;
  /** What happened, by when and for which day; the same at every look, so that it can be kept once. */
  readonly at: Instant;
  readonly on: LegalDate;
  /** What the programme office wrote: its reminder, or why the day was moved. */
  readonly text: string | null;
}

/**
 * What a campaign has to say to those who have not answered, as things stand at `now`. What somebody did (reminded,
 * moved the day) is told beside what the clock brings; of the opening and the near end only the later one.
 */
export function campaignNotices(
  state: CampaignState,
  now: Instant,
  calendar: WorkingCalendar,
): CampaignNotice[] {
  const today = dayOf(now);
  const { openedAt, answerBy, closedAt, moved, reminder } = state;
  const notices: CampaignNotice[] = [];
  if (state.phase === 'open' && today <= answerBy) {
    // On the last working day before its own.
    const ends = today >= reminderDay(addDays(answerBy, -1), calendar);
    if (ends) notices.push({ kind: 'campaign-ending', at: openedAt, on: answerBy, text: null });
    else if (!moved) notices.push({ kind: 'campaign-opened', at: openedAt, on: dayOf(openedAt), text: null });
    if (moved) notices.push({ kind: 'campaign-moved', at: moved.at, on: answerBy, text: moved.reason });
  }
  // Late answers are taken, so those who have not given one may be reminded after the end as well.
  const reminds = reminder && isStillNews(reminder.at, now) && (!closedAt || reminder.at > closedAt);
  if (reminds) {
    notices.push({ kind: 'campaign-reminded', at: reminder.at, on: dayOf(reminder.at), text: reminder.text });
  }
  return notices;
}

/** Who may answer for an asked agency that has not. */
export function peopleAsked(
  state: Pick<CampaignState, 'asked' | 'answers' | 'places'>,
  people: readonly Actor[],
): readonly Actor[] {
  const missing = new Set(unanswered(state));
  return people.filter((person) => !isAuditor(person) && agenciesOf(person).some((one) => missing.has(one)));
}
