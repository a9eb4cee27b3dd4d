import { signedName } from '@tinhgon/rules/person';
import { dayOf, type Instant } from '@tinhgon/rules/day';
import type { Place } from '@tinhgon/rules/subject-kinds';
import { dayIn, fill, type Locale, plain, wordsOf } from '../words.ts';
import type { Deployment, RecentEvent } from './messages.ts';
import type { Portrait, Waiting } from './rules.ts';
import { pageLink } from './start-options.ts';

/** The Markdown a supervisor reads on top of the workflow's page: who has it, since when, due, last decisions. */
export function details(
  deployment: Deployment,
  { place, code }: { readonly place: Place; readonly code: string },
  portrait: Portrait,
  waiting: readonly Waiting[],
  recent: readonly RecentEvent[],
): string {
  const { locale } = deployment;
  const { supervisor } = wordsOf(locale);
  const lines = [
    `### ${plain(portrait.title)}`,
    fill(supervisor.phase, { phase: portrait.phase }),
    ...portrait.facts,
    waiting.length === 0 ? supervisor.nobody : `**${supervisor.waiting}**`,
    ...waiting.map((one) => `- ${waitingLine(locale, one, portrait.ownSteps)}`),
    ...(recent.length > 0 ? [`**${supervisor.recent}**`] : []),
    ...recent.toReversed().map((event) => `- ${recentLine(locale, event, portrait.ownSteps)}`),
    pageLink(deployment, place, code),
  ];
  // An empty line between all but the items of one list: without it the page shows a list as running text.
  const isItem = (line: string | undefined) => line?.startsWith('- ') ?? false;
  return lines
    .map((line, index) => (index === 0 || (isItem(line) && isItem(lines[index - 1])) ? line : `\n${line}`))
    .join('\n');
}

function waitingLine(locale: Locale, waiting: Waiting, ownSteps: Portrait['ownSteps']): string {
  const { supervisor, domain } = wordsOf(locale);
  const { key, dueOn, timing, openedAt } = waiting;
  const due =
    dueOn === null
      ? supervisor.undated
      : fill(supervisor.due, { due: dayIn(wordsOf(locale), dueOn), timing: domain.status[timing] });
  const since = fill(supervisor.since, { since: moment(locale, openedAt) });
  const names: Record<string, string> = { ...supervisor.waitingFor, ...domain.step, ...ownSteps };
  const about = waiting.about === undefined ? '' : ` (${plain(waiting.about)})`;
  const who = whoIsAsked(locale, waiting);
  return `**${plain(names[key] ?? key)}**${about}: ${[who, since, due].filter(Boolean).join('; ')}`;
}

function whoIsAsked(locale: Locale, { holder, heldSince, agency, function: held }: Waiting): string {
  const { supervisor, domain } = wordsOf(locale);
  if (holder && heldSince) {
    return fill(supervisor.held, { holder: plain(signedName(holder)), since: moment(locale, heldSince) });
  }
  const of = plain(agency ?? '');
  if (held === undefined) return of;
  return fill(supervisor.unheld, {
    function: domain.function[held],
    agency: agency === null ? '' : ` (${of})`,
  });
}

function recentLine(locale: Locale, event: RecentEvent, ownSteps: Portrait['ownSteps']): string {
  const { supervisor, domain } = wordsOf(locale);
  const { step } = event;
  const names: Record<string, string> = { ...domain.step, ...ownSteps };
  return fill(supervisor.recentLine, {
    at: moment(locale, event.at),
    event: (supervisor.event as Record<string, string>)[event.type] ?? event.type,
    step: step === undefined ? '' : `: ${plain(names[step] ?? step)}`,
    by: plain(event.by),
  });
}

const moment = (locale: Locale, at: Instant): string => dayIn(wordsOf(locale), dayOf(at));
