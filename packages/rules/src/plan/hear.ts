import { timingOf } from '../clock.ts';
import { dayOf } from '../day.ts';
import { isClosed, type PlanPhase } from '../vocabulary.ts';
import type { PlanEvent } from './event.ts';
import { evolvePlan } from './evolve.ts';
import { openSteps } from './lanes.ts';
import { isEvidenced, type PlanState } from './state.ts';

/** What follows for the plan when a document reports: progress, and completion once all is evidenced. */
export function planAfterNews(
  state: PlanState,
  documentCode: string,
  news: PlanState['documents'][string],
  stamp: Pick<PlanEvent, 'at' | 'actor'>,
): PlanEvent[] {
  if (isClosed(state.phase) || (state.documents[documentCode]?.seq ?? 0) >= news.seq) return [];
  const begun = state.phase === 'approved' && news.phase !== 'waiting';
  const phase: PlanPhase = begun ? 'carrying-out' : state.phase;
  const envelope = { version: state.version, ...stamp };
  const progressed: PlanEvent = {
    type: 'documentProgressed',
    documentCode,
    news,
    phase,
    seq: state.seq + 1,
    ...envelope,
  };
  const after = evolvePlan(state, progressed);
  return isComplete(after)
    ? [progressed, { type: 'completed', seq: state.seq + 2, ...envelope }]
    : [progressed];
}

/** Whether nothing of the plan is on its way any more and all of it is evidenced. */
export const isComplete = (state: Pick<PlanState, 'phase' | 'aside' | 'measures' | 'documents'>): boolean =>
  (state.phase === 'carrying-out' || state.phase === 'approved') &&
  !state.aside &&
  state.measures.every((measure) => isEvidenced(state, measure));

/** Marks open steps due soon or overdue; nothing when no timing has changed. */
export function planTick(state: PlanState, stamp: Pick<PlanEvent, 'at' | 'actor'>): PlanEvent[] {
  return openSteps(state)
    .map((step) => ({ step, timing: timingOf(step.dueOn, dayOf(stamp.at), state.calendar) }))
    .filter(({ step, timing }) => timing !== step.timing)
    .map(({ step, timing }, index) => ({
      type: 'stepTimingChanged',
      step: step.key,
      timing,
      seq: state.seq + 1 + index,
      version: state.version,
      ...stamp,
    }));
}
