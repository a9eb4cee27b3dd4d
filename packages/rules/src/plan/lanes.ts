import { objectionToHolding } from '../policy.ts';
import type { Actor } from '../actor.ts';
import { stepDefinition } from '../chain.ts';
import { timingOf } from '../clock.ts';
import { dayOf, type Instant, type LegalDate } from '../day.ts';
import type { OpenStep } from '../step.ts';
import type { PlanPhase, StepKey } from '../vocabulary.ts';
import type { StampedPlanCommand } from './command.ts';
import type { PlanMeasure, PlanState } from './state.ts';

/**
 * An open step and the procedures it is about. A plan begins as one lane; a partial return, or a check that is
 * asked again about some procedures only, makes more of them. Each stands at a step of its own, and a procedure
 * is in exactly one lane until it has passed the chain.
 */
export interface Lane {
  readonly step: OpenStep;
  /** In the plan's order. */
  readonly procedureCodes: readonly string[];
}

/**
 * The lanes of a plan: its main one first (the furthest, as long as nothing has passed), then those aside, in
 * the order of the chain.
 */
export function lanesOf(state: Pick<PlanState, 'step' | 'aside' | 'measures'>): readonly Lane[] {
  const aside = state.aside ?? [];
  if (!state.step) return aside;
  const apart = new Set(aside.flatMap((lane) => lane.procedureCodes));
  const procedureCodes = codesOf(state).filter((code) => !apart.has(code));
  return [{ step: state.step, procedureCodes }, ...aside];
}

export const openSteps = (state: PlanState): readonly OpenStep[] => lanesOf(state).map((lane) => lane.step);

/** Measures that have passed the whole chain of the plan: what is approved and goes on to the documents. */
export function approvedMeasures(
  state: Pick<PlanState, 'phase' | 'aside' | 'measures'>,
): readonly PlanMeasure[] {
  if (!hasPassed(state.phase)) return [];
  const apart = new Set((state.aside ?? []).flatMap((lane) => lane.procedureCodes));
  return state.measures.filter((measure) => !apart.has(measure.procedureCode));
}

/**
 * Measures by which procedures count: those approved, and of a plan that is open again those of its last approval
 * until they are approved anew.
 */
export function countingMeasures(
  state: Pick<PlanState, 'phase' | 'aside' | 'measures' | 'inForce'>,
): readonly PlanMeasure[] {
  const approved = approvedMeasures(state);
  if (!state.inForce) return approved;
  if (!hasPassed(state.phase)) return state.inForce;
  const apart = new Set((state.aside ?? []).flatMap((lane) => lane.procedureCodes));
  return [...approved, ...state.inForce.filter((measure) => apart.has(measure.procedureCode))];
}

/** The lanes without some procedures. */
export const lanesWithout = (lanes: readonly Lane[], codes: ReadonlySet<string>): readonly Lane[] =>
  lanes
    .map((lane) => ({ ...lane, procedureCodes: lane.procedureCodes.filter((code) => !codes.has(code)) }))
    .filter((lane) => lane.procedureCodes.length > 0);

export const hasPassed = (phase: PlanPhase): boolean =>
  phase === 'approved' || phase === 'carrying-out' || phase === 'done';

/** The lane a command is about; without `stepKey` the one that fits it, the actor's own first. */
export function laneFor(
  state: PlanState,
  type: StampedPlanCommand['type'],
  actor: Actor,
  stepKey?: StepKey,
): Lane | undefined {
  const fitting = lanesOf(state).filter(
    ({ step }) => fits(type, step) && (stepKey === undefined || step.key === stepKey),
  );
  return fitting.find(({ step }) => objectionToHolding(actor, step) === null) ?? fitting[0];
}

function fits(type: StampedPlanCommand['type'], step: OpenStep): boolean {
  switch (type) {
    case 'saveContent':
    case 'linkDocument':
    case 'unlinkDocument':
    case 'submit':
    case 'split':
      return step.kind === 'edit';
    case 'approve':
    case 'return':
    case 'refuse':
    case 'confirmChanges':
      return step.kind === 'check';
    default:
      return true;
  }
}

/** Where a plan stands: its main step, the lanes aside of it, and the phase that follows. */
interface Standing {
  readonly next: OpenStep | null;
  readonly aside: readonly Lane[];
  readonly phase: PlanPhase;
}

interface Move {
  /** The lane the procedures leave. */
  readonly from: StepKey;
  readonly procedureCodes: readonly string[];
  /** The step each of them goes to; null where the chain ends. */
  readonly to: (procedureCode: string) => StepKey | null;
  readonly open: (key: StepKey) => OpenStep;
}

/**
 * The plan after some procedures of one lane went to other steps. Who arrives where a step is open joins it; it
 * is then due when the later of the two would have been.
 */
export function afterMove(
  state: PlanState,
  { from, procedureCodes, to, open }: Move,
  now: Instant,
): Standing {
  const moving = new Set(procedureCodes);
  const lanes = new Map<StepKey, { step: OpenStep; codes: Set<string> }>();
  for (const lane of lanesOf(state)) {
    const left = lane.step.key === from;
    const codes = lane.procedureCodes.filter((code) => !left || !moving.has(code));
    if (!left || codes.length > 0) lanes.set(lane.step.key, { step: lane.step, codes: new Set(codes) });
  }
  let passed = hasPassed(state.phase);
  for (const [key, codes] of Map.groupBy(procedureCodes, to)) {
    if (key === null) {
      passed = true;
      continue;
    }
    const standing = lanes.get(key);
    const opened = open(key);
    if (!standing) lanes.set(key, { step: opened, codes: new Set(codes) });
    else {
      const dueOn = later(standing.step.dueOn, opened.dueOn);
      const timing = timingOf(dueOn, dayOf(now), state.calendar);
      const step = { ...standing.step, dueOn, timing };
      lanes.set(key, { step, codes: new Set([...standing.codes, ...codes]) });
    }
  }
  return standingOf(
    state,
    [...lanes.values()].map(({ step, codes }) => ({
      step,
      procedureCodes: codesOf(state).filter((code) => codes.has(code)),
    })),
    passed,
  );
}

export function standingOf(
  state: Pick<PlanState, 'chain' | 'phase'>,
  lanes: readonly Lane[],
  passed: boolean,
): Standing {
  const place = ({ step }: Lane) => state.chain.steps.indexOf(stepDefinition(state.chain, step.key));
  const inOrder = lanes.toSorted((a, b) => place(a) - place(b));
  if (passed) {
    return { next: null, aside: inOrder, phase: hasPassed(state.phase) ? state.phase : 'approved' };
  }
  const main = inOrder.at(-1);
  if (!main) return { next: null, aside: [], phase: 'approved' };
  return {
    next: main.step,
    aside: inOrder.slice(0, -1),
    phase: main.step.kind === 'edit' ? 'returned' : 'submitted',
  };
}

/** A step without a day waits for one that is not known yet. */
const later = (a: LegalDate | null, b: LegalDate | null): LegalDate | null =>
  a === null || b === null ? null : a > b ? a : b;

const codesOf = ({ measures }: Pick<PlanState, 'measures'>): readonly string[] =>
  measures.map((measure) => measure.procedureCode);
