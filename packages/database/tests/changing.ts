import { addDays, dayOf, startOfDay } from '@tinhgon/rules/day';
import { wholeMove } from '@tinhgon/rules/agency-move';
import type { StampedDocumentCommand } from '@tinhgon/rules/document/command';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { hashOf } from '@tinhgon/rules/hash';
import type { StampedPlanCommand } from '@tinhgon/rules/plan/command';
import { openSteps } from '@tinhgon/rules/plan/lanes';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { Actor } from '@tinhgon/rules/actor';
import { type Draw, PEOPLE, type World } from './world.ts';

const OFFICE: Actor = {
  id: 'office',
  name: 'Đầu mối',
  agency: 'VPCP',
  roles: ['programme-office'],
  assignments: [],
};

/**
 * Changes what lists show and no step does: names, dates, why one was missed, who has a step, whose work it is. True when
 * somebody might.
 */
export function changeSomething(world: World, { subject, what, who }: Draw): boolean {
  const all = [...world.plans.values(), ...world.documents.values()];
  const state = all[subject % all.length];
  if (!state) return false;
  for (let attempt = 0; attempt <= PEOPLE.length; attempt += 1) {
    const actor = attempt === 0 ? OFFICE : (PEOPLE[(who + attempt) % PEOPLE.length] as Actor);
    if (world.give(state, command(world, state, what, actor))) return true;
  }
  return false;
}

function command(
  world: World,
  state: PlanState | DocumentState,
  what: number,
  actor: Actor,
): StampedPlanCommand | StampedDocumentCommand {
  const base = { commandId: crypto.randomUUID(), expectedVersion: state.version, actor };
  const today = dayOf(world.now);
  const open = state.kind === 'plan' ? openSteps(state) : state.steps;
  const step = open[what % Math.max(open.length, 1)]?.key ?? 'review';
  const [request] = state.dates?.requests ?? [];
  const to = addDays(today, 20 + (what % 90));
  const [from, into] = state.leadAgency === 'BTP' ? ['BTP', 'BCA'] : [state.leadAgency, 'BTP'];
  const any = [
    renamed(state, what, base, to),
    // Few may ask for another date, and fewer decide on it.
    ...Array.from({ length: 4 }, () =>
      request
        ? { ...base, type: 'approveDateChange', requestId: request.id }
        : {
            ...base,
            type: 'requestDateChange',
            date: dateOf(state),
            to,
            reason: 'chậm',
            ground: 'law-changed',
          },
    ),
    { ...base, type: 'explainDelay', step, reason: `vì ${what}` },
    { ...base, type: 'explainDelay', step, reason: `do ${what}` },
    { ...base, type: 'claim', step },
    { ...base, type: 'release', step },
    { ...base, type: 'moveAgency', operation: 'O', move: wholeMove(from as string, into as string) },
  ];
  return any[what % any.length] as StampedPlanCommand;
}

const dateOf = ({ kind }: PlanState | DocumentState) => (kind === 'plan' ? 'deadline' : 'plannedSigning');

function renamed(state: PlanState | DocumentState, what: number, base: object, day: string): object {
  const content = hashOf({ code: state.code, what });
  if (state.kind === 'document') {
    const header = { title: `Tên ${what}`, plannedSigningOn: day, plannedInForceOn: addDays(day, 60) };
    return { ...base, type: 'saveContent', facts: { content, header } };
  }
  const header = { ...state.header, name: `Tên ${what}`, deadline: day };
  return { ...base, type: 'saveContent', facts: { content, header, measures: state.measures } };
}

/** The last moment of a day of the walk. */
export const endOf = (day: string): string =>
  new Date(Date.parse(startOfDay(addDays(day, 1))) - 1).toISOString();
