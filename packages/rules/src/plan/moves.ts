import { nextAsked, returnTargets, stepDefinition } from '../chain.ts';
import { dayOf, type Instant } from '../day.ts';
import { openStep, type OpenStep } from '../step.ts';
import type { PlanPhase, StepKey } from '../vocabulary.ts';
import type { PlanFacts, StampedPlanCommand } from './command.ts';
import type { PlanEventBody } from './event.ts';
import { afterMove, type Lane } from './lanes.ts';
import { verdicts } from './material.ts';
import { datesOfReturn } from './replan.ts';
import { clockDates, type PlanState } from './state.ts';

/** What an event tells of a move; what concerns lanes is left out while the plan is one. */
interface Moved {
  readonly step: StepKey;
  readonly next: OpenStep | null;
  readonly phase: PlanPhase;
  readonly aside?: readonly Lane[];
  readonly procedureCodes?: readonly string[];
  readonly opened?: readonly StepKey[];
}

/** The lane's procedures go on, each to the first check that has not approved it as it is now. */
export function onward(state: PlanState, lane: Lane, now: Instant): Moved {
  const verdict = verdicts(state);
  const to = (code: string): StepKey | null =>
    nextAsked(state.chain, lane.step.key, (check) => verdict(code, check))?.key ?? null;
  return moved(state, lane, lane.procedureCodes, to, clockDates(state.header), now);
}

/** Procedures of the lane go back to an editing step; the others stay where they are. */
export function returned(
  state: PlanState,
  lane: Lane,
  command: Extract<StampedPlanCommand, { type: 'return' }>,
  now: Instant,
): Moved {
  const target = command.toStep ?? returnTargets(state.chain, lane.step.key).at(-1)?.key ?? 'review';
  const asked = new Set(command.procedureCodes ?? lane.procedureCodes);
  const codes = lane.procedureCodes.filter((code) => asked.has(code));
  const dates = datesOfReturn(state.header, dayOf(now), state.calendar);
  return moved(state, lane, codes, () => target, dates, now);
}

function moved(
  state: PlanState,
  lane: Lane,
  procedureCodes: readonly string[],
  to: (code: string) => StepKey | null,
  dates: ReturnType<typeof clockDates>,
  now: Instant,
): Moved {
  const from = lane.step.key;
  const open = (key: StepKey): OpenStep =>
    openStep(stepDefinition(state.chain, key), state.leadAgency, now, dates, state.calendar);
  const { next, aside, phase } = afterMove(state, { from, procedureCodes, to, open }, now);
  const base = { step: from, next, phase };
  if (procedureCodes.length === state.measures.length && aside.length === 0) return base;
  const reached = new Set(procedureCodes.map(to));
  const opened = state.chain.steps.map(({ key }) => key).filter((key) => reached.has(key));
  return { ...base, ...(aside.length > 0 ? { aside } : {}), procedureCodes, opened };
}

/** Content saved in a lane aside: the main step keeps its day, and what is new in the plan joins the lane. */
export function savedAside(
  state: PlanState,
  lane: Lane,
  facts: PlanFacts,
): Extract<PlanEventBody, { type: 'contentSaved' }> {
  const own = new Set(lane.procedureCodes);
  const others = new Set(state.measures.map((one) => one.procedureCode).filter((code) => !own.has(code)));
  const procedureCodes = facts.measures.map((one) => one.procedureCode).filter((code) => !others.has(code));
  const aside = (state.aside ?? []).map((one) =>
    one.step.key === lane.step.key ? { ...one, procedureCodes } : one,
  );
  const { dueOn, timing } = state.step ?? lane.step;
  return { type: 'contentSaved', facts, dueOn, timing, aside, procedureCodes };
}
