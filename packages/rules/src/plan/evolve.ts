import { evolveRemarks } from '../remark/evolve.ts';
import { remarksOf } from '../remark/state.ts';
import { finishStep, type FinishedStep, type OpenStep } from '../step.ts';
import { assertNever } from '../vocabulary.ts';
import type { PlanEvent } from './event.ts';
import type { PlanMeasure, PlanState } from './state.ts';

/**
 * The plan after one more event. Pure and without rules: everything that followed from a decision
 * stands in its event.
 *
 * @throws RangeError when the first event is not a beginning, or the event is not the next one.
 */
export function evolvePlan(state: PlanState | null, event: PlanEvent): PlanState {
  if (event.seq !== (state?.seq ?? 0) + 1) {
    throw new RangeError(`event ${event.seq} does not follow ${state?.seq ?? 0}`);
  }
  if (event.type === 'planStarted' || event.type === 'planImported') {
    return { ...event.state, seq: event.seq, version: event.version };
  }
  if (!state) throw new RangeError(`a plan cannot begin with ${event.type}`);
  return { ...state, ...change(state, event), seq: event.seq, version: event.version };
}

export const foldPlan = (events: readonly PlanEvent[]): PlanState | null =>
  events.reduce<PlanState | null>(evolvePlan, null);

type Change = Partial<PlanState>;

function change(
  state: PlanState,
  event: Exclude<PlanEvent, { type: 'planStarted' | 'planImported' }>,
): Change {
  switch (event.type) {
    case 'contentSaved':
      return {
        content: event.facts.content,
        header: event.facts.header,
        measures: event.facts.measures,
        firstDeadline: state.firstDeadline ?? event.facts.header.deadline,
        editors: withEditor(state, event.actor.id),
        step: state.step && { ...state.step, dueOn: event.dueOn, timing: event.timing },
      };
    case 'documentLinked':
      return {
        editors: withEditor(state, event.actor.id),
        measures: relink(state, event.procedureCodes, (codes) =>
          [...new Set([...codes, event.documentCode])].sort(),
        ),
      };
    case 'documentUnlinked':
      return {
        editors: withEditor(state, event.actor.id),
        measures: relink(state, event.procedureCodes, (codes) =>
          codes.filter((code) => code !== event.documentCode),
        ),
      };
    case 'submitted':
      return { ...finish(state, event, 'submitted'), step: event.next, phase: event.phase };
    case 'approved': {
      const approval = { step: event.step, by: event.actor, at: event.at, contentHash: event.contentHash };
      return {
        ...finish(state, event, 'approved'),
        approvals: [...state.approvals, approval],
        step: event.next,
        phase: event.phase,
      };
    }
    case 'returned':
      return { ...finish(state, event, 'returned'), step: event.next, phase: 'returned' };
    case 'refused':
      return { ...finish(state, event, 'refused'), step: null, phase: 'refused' };
    case 'withdrawn':
      return { ...finish(state, event, 'withdrawn'), step: null, phase: 'withdrawn' };
    case 'stepClaimed':
      return { step: state.step && { ...state.step, holder: event.actor, heldSince: event.at } };
    case 'stepReleased':
      return { step: state.step && { ...state.step, holder: null, heldSince: null } };
    case 'stepReassigned':
      return { step: state.step && { ...state.step, holder: event.to, heldSince: event.at } };
    case 'commented':
      return {};
    case 'remarked':
    case 'remarkAnswered':
    case 'remarkResolved':
    case 'remarkReopened':
      return { remarks: evolveRemarks(remarksOf(state), event) };
    case 'documentProgressed':
      return { documents: { ...state.documents, [event.documentCode]: event.news }, phase: event.phase };
    case 'completed':
      return { phase: 'done', step: null };
    case 'stepTimingChanged':
      return { step: state.step && { ...state.step, timing: event.timing } };
    default:
      return assertNever(event);
  }
}

function finish(state: PlanState, event: PlanEvent, outcome: FinishedStep['outcome']): Change {
  const { step } = state;
  if (!step) return {};
  return { finishedSteps: [...state.finishedSteps, finishStep(step, event.at, event.actor, outcome)] };
}

const withEditor = (state: PlanState, id: string): readonly string[] =>
  state.editors.includes(id) ? state.editors : [...state.editors, id];

function relink(
  state: PlanState,
  procedureCodes: readonly string[],
  documents: (codes: readonly string[]) => readonly string[],
): readonly PlanMeasure[] {
  return state.measures.map((measure) =>
    procedureCodes.includes(measure.procedureCode)
      ? { ...measure, documents: documents(measure.documents) }
      : measure,
  );
}

export const openSteps = (state: PlanState): readonly OpenStep[] => (state.step ? [state.step] : []);
