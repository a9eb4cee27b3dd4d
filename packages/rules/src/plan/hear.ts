import { timingOf } from '../clock.ts';
import { dayOf } from '../day.ts';
import { isClosed, type PlanPhase } from '../vocabulary.ts';
import type { PlanEvent } from './event.ts';
import { evolvePlan } from './evolve.ts';
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
  const complete =
    (after.phase === 'carrying-out' || after.phase === 'approved') &&
    after.measures.every((measure) => isEvidenced(after, measure));
  return complete ? [progressed, { type: 'completed', seq: state.seq + 2, ...envelope }] : [progressed];
}

/** Marks the open step due soon or overdue; nothing when its timing has not changed. */
export function planTick(state: PlanState, stamp: Pick<PlanEvent, 'at' | 'actor'>): PlanEvent[] {
  const { step } = state;
  if (!step) return [];
  const timing = timingOf(step.dueOn, dayOf(stamp.at), state.calendar);
  if (timing === step.timing) return [];
  return [
    {
      type: 'stepTimingChanged',
      step: step.key,
      timing,
      seq: state.seq + 1,
      version: state.version,
      ...stamp,
    },
  ];
}
