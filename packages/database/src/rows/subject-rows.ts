import { evolveBottleneck } from '@tinhgon/rules/bottleneck/evolve';
import { evolveCampaign } from '@tinhgon/rules/campaign/evolve';
import type { BottleneckEvent } from '@tinhgon/rules/bottleneck/event';
import type { DocumentEvent } from '@tinhgon/rules/document/event';
import { evolveInspection } from '@tinhgon/rules/inspection/evolve';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import type { StateOf, WorkflowKind } from '@tinhgon/rules/subject-kinds';
import type { AnyEvent } from '../events/recorded-event.ts';
import type { RowChanges, SingleRow, WrittenAt } from './row-changes.ts';

/** What a run of events of one kind of subject, after the state it stood in before, does to rows. */
export const CHANGE_ROWS: {
  readonly [K in WorkflowKind]: (
    changes: RowChanges,
    before: StateOf[K] | null,
    events: readonly AnyEvent[],
    writtenAt: WrittenAt,
  ) => void;
} = {
  plan: (changes, before, events, writtenAt) => void changes.plan(before, events as PlanEvent[], writtenAt),
  document: (changes, before, events, writtenAt) =>
    void changes.document(before, events as DocumentEvent[], writtenAt),
  bottleneck: (changes, before, events, writtenAt) => {
    let state = before;
    for (const event of events as BottleneckEvent[]) {
      const after = evolveBottleneck(state, event);
      changes.periods.take(state, after, writtenAt(event));
      state = after;
    }
    if (state) changes.last('bottleneck', state);
  },
  campaign: lastState('campaign', evolveCampaign),
  inspection: lastState('inspection', evolveInspection),
};

function lastState<K extends SingleRow, Event extends AnyEvent>(
  kind: K,
  evolve: (state: StateOf[K] | null, event: Event) => StateOf[K],
) {
  return (changes: RowChanges, before: StateOf[K] | null, events: readonly AnyEvent[]): void => {
    const state = (events as readonly Event[]).reduce<StateOf[K] | null>(evolve, before);
    if (state) changes.last(kind, state);
  };
}

/** Gathers what the events of a subject do to rows, whatever its kind. */
export function changeRows<K extends WorkflowKind>(
  changes: RowChanges,
  kind: K,
  before: StateOf[K] | null,
  events: readonly AnyEvent[],
  writtenAt: WrittenAt,
): void {
  CHANGE_ROWS[kind](changes, before, events, writtenAt);
}
