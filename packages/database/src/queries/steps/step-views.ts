import { sql } from 'kysely';
import { workingDaysBetween } from '@tinhgon/rules/calendar';
import type { Actor } from '@tinhgon/rules/actor';
import { dayOf, type LegalDate } from '@tinhgon/rules/day';
import { allEditors, type DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { Represented } from '@tinhgon/rules/person';
import { neededAt, wayIn } from '@tinhgon/rules/standing';
import { type OpenStep, stepViews as ruleViews } from '@tinhgon/rules/step';
import { subjectOf } from '@tinhgon/rules/vocabulary';
import type { StepViewOut } from '@tinhgon/rules/views/common';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { daysToGo } from './days-to-go.ts';
import { isDecidedAt } from '@tinhgon/rules/document/step-for';

/** Every step of a plan's or document's chain, with who may act on the open ones. */
export async function stepViews(
  db: Db,
  state: PlanState | DocumentState,
  actor: Actor,
  today: LegalDate,
): Promise<StepViewOut[]> {
  const main = state.kind === 'plan' ? (state.step ? [state.step] : []) : state.steps;
  const aside = state.kind === 'plan' ? (state.aside ?? []).map((lane) => lane.step) : [];
  const open = [...main, ...aside];
  const editors = state.kind === 'plan' ? state.editors : allEditors(state);
  const { calendar } = state;
  const { chain, finishedSteps, leadAgency } = state;
  const views = ruleViews(chain, main, finishedSteps, leadAgency, today, calendar, isPastChain(state), aside);
  const [refOf, candidates] = await Promise.all([
    agencyRefs(db, [state.leadAgency]),
    Promise.all(open.map(async (step) => [step.key, await candidatesFor(db, step, editors, today)] as const)),
  ]);
  const byStep = new Map<string, StepViewOut['candidates']>(candidates);
  return views.map((view) => {
    const isOpen = byStep.has(view.key);
    const finishedOn = view.finishedAt === null ? null : dayOf(view.finishedAt);
    const late = finishedOn !== null && view.dueOn !== null && finishedOn > view.dueOn;
    return {
      ...view,
      agency: view.agency === null ? null : refOf(view.agency),
      daysLeft: null,
      daysLate: late ? Math.max(workingDaysBetween(calendar, view.dueOn ?? '', finishedOn), 1) : 0,
      ...(isOpen ? daysToGo(view.dueOn, today, calendar) : {}),
      standsInFor: standsInFor(actor, open, editors, view.key),
      candidates: byStep.get(view.key) ?? [],
    };
  });
}

function standsInFor(
  actor: Actor,
  open: readonly OpenStep[],
  editors: readonly string[],
  key: string,
): Represented | null {
  const step = open.find((one) => one.key === key);
  if (!step) return null;
  const way = wayIn(actor, neededAt(step), isDecidedAt(step) ? editors : []);
  return (way.ok && way.value.onBehalfOf) || null;
}

const isPastChain = ({ kind, phase }: PlanState | DocumentState): boolean =>
  phase === 'done' || (kind === 'plan' && (phase === 'approved' || phase === 'carrying-out'));

/** Active people who hold the step's function on the day, for themselves or as a substitute, and are not barred from it, by name. */
async function candidatesFor(
  db: Db,
  step: OpenStep,
  editors: readonly string[],
  today: LegalDate,
): Promise<StepViewOut['candidates']> {
  const barred = isDecidedAt(step) ? editors : [];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person
    where active and not (id = any(${barred}::text[])) and exists (
      select from held_assignment a
      where a.person_id = person.id and a.function = ${step.function}
        and (a.agency is null or a.agency = ${step.agency}::text)
        and (a."only" is null or a."only" = ${subjectOf(step.key)})
        and (a.for_id is null or not (a.for_id = any(${barred}::text[])))
        and a."from" <= ${today}::date and (a."to" is null or a."to" >= ${today}::date))
    order by name collate "vi-x-icu", id`.execute(db);
  return rows;
}
