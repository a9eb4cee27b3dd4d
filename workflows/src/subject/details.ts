import { dayOf, type Instant, type LegalDate } from '@tinhgon/rules/day';
import type { OpenStep } from '@tinhgon/rules/step';
import { fill, type Locale, wordsOf } from '../words.ts';
import type { Deployment, RecentEvent } from './messages.ts';
import type { Portrait, SubjectState } from './rules.ts';
import { pageLink } from './start-options.ts';

/** The Markdown a supervisor reads on top of the workflow's page: who has it, since when, due, last decisions. */
export function details(
  deployment: Deployment,
  noun: 'plans' | 'documents',
  state: SubjectState,
  portrait: Portrait,
  steps: readonly OpenStep[],
  recent: readonly RecentEvent[],
): string {
  const { locale } = deployment;
  const { supervisor, domain } = wordsOf(locale);
  const facts = fill(supervisor.procedures, {
    count: portrait.procedures,
    agency: plain(state.leadAgency),
    programme: plain(state.programme),
  });
  const lines = [
    `### ${plain(portrait.title)}`,
    fill(supervisor.phase, { phase: domain.phase[state.phase] }),
    facts,
    ...(portrait.documents.length > 0
      ? [fill(supervisor.documents, { codes: portrait.documents.map(plain).join(', ') })]
      : []),
    steps.length === 0 ? supervisor.nobody : `**${supervisor.waiting}**`,
    ...steps.map((step) => `- ${stepLine(locale, step)}`),
    ...(recent.length > 0 ? [`**${supervisor.recent}**`] : []),
    ...recent.toReversed().map((event) => `- ${recentLine(locale, event)}`),
    pageLink(deployment, noun, state.code),
  ];
  return lines.map((line, index) => (line.startsWith('- ') || index === 0 ? line : `\n${line}`)).join('\n');
}

function stepLine(locale: Locale, step: OpenStep): string {
  const { supervisor, domain } = wordsOf(locale);
  const who =
    step.holder && step.heldSince
      ? fill(supervisor.held, { holder: plain(step.holder.name), since: moment(locale, step.heldSince) })
      : fill(supervisor.unheld, {
          function: domain.function[step.function],
          agency: step.agency === null ? '' : ` (${plain(step.agency)})`,
        });
  const due =
    step.dueOn === null
      ? supervisor.undated
      : fill(supervisor.due, { due: date(locale, step.dueOn), timing: domain.status[step.timing] });
  const since = fill(supervisor.since, { since: moment(locale, step.openedAt) });
  return `**${domain.step[step.key]}**: ${who}; ${since}; ${due}`;
}

function recentLine(locale: Locale, event: RecentEvent): string {
  const { supervisor, domain } = wordsOf(locale);
  const { step } = event;
  return fill(supervisor.recentLine, {
    at: moment(locale, event.at),
    event: (supervisor.event as Record<string, string>)[event.type] ?? event.type,
    step: step === undefined ? '' : `: ${(domain.step as Record<string, string>)[step] ?? step}`,
    by: plain(event.by),
  });
}

/** Dates are written out here: Intl would take them from the machine the worker runs on. */
function date(locale: Locale, day: LegalDate): string {
  if (locale !== 'vi') return day;
  const [year, month, dayOfMonth] = day.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

const moment = (locale: Locale, at: Instant): string => date(locale, dayOf(at));

/** What people typed is shown as they typed it, never as Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`);
