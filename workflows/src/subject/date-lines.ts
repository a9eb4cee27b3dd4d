import type { DateRequest } from '@tinhgon/rules/dates/book';
import { dated, openRequests, standingOf } from '@tinhgon/rules/dates/dated';
import { DOCUMENT_DATES, PLAN_DATES } from '@tinhgon/rules/dates/date';
import { dayOf } from '@tinhgon/rules/day';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { signedName } from '@tinhgon/rules/person';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { dayIn, fill, plain, type Words } from '../words.ts';

/** What a supervisor reads of the dates: each that is set, the first beside the present one, and what is asked for. */
export function dateLines(state: PlanState | DocumentState, words: Words): string[] {
  const { supervisor } = words;
  const set = (state.kind === 'plan' ? PLAN_DATES : DOCUMENT_DATES).flatMap((key) => {
    const { present, first } = standingOf(state, key);
    if (present === null) return [];
    const facts = { date: supervisor.date[key], day: dayIn(words, present) };
    return first === null || first === present
      ? [fill(supervisor.dateLine, facts)]
      : [fill(supervisor.dateMoved, { ...facts, first: dayIn(words, first) })];
  });
  const subject = dated(state);
  return [
    ...(set.length > 0 ? [set.join(' · ')] : []),
    ...openRequests(subject).map((request) => requestLine(request, subject.decider, words)),
  ];
}

function requestLine(
  { date, from, to, askedBy, askedAt, reason }: DateRequest,
  decider: ReturnType<typeof dated>['decider'],
  words: Words,
): string {
  const { supervisor, domain } = words;
  return fill(supervisor.dateAsked, {
    date: supervisor.date[date],
    from: from === null ? '–' : dayIn(words, from),
    to: dayIn(words, to),
    by: plain(signedName(askedBy)),
    at: dayIn(words, dayOf(askedAt)),
    reason: plain(reason),
    who: `${domain.function[decider.function]}${decider.agency === null ? '' : ` (${plain(decider.agency)})`}`,
  });
}
