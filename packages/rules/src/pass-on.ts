import type { Actor } from './actor.ts';
import { type Rejection, reject } from './errors.ts';
import type { PersonRef } from './person.ts';
import { mayKeepCatalogue, objectionToHolding } from './policy.ts';
import { neededAt, receiverOf, wayIn } from './standing.ts';
import type { OpenStep } from './step.ts';
import type { StepKey } from './vocabulary.ts';

/**
 * Takes a claimed step from somebody who leaves the service. Given by the operation that sees them off; no client can
 * send it. It names no version: what others decide meanwhile stands.
 */
export interface PassOnCommand {
  readonly type: 'passOnStep';
  readonly commandId: string;
  readonly actor: Actor;
  readonly operation: string;
  readonly step: StepKey;
  readonly from: string;
  /** Who gets it; null sends it back to its unit. */
  readonly to: string | null;
  readonly assignee?: Actor;
}

/** Those who keep the catalogue may do it without seeing what the step is about: they decide nothing on it. */
export function objectionToPassingOn(
  steps: readonly OpenStep[],
  { actor, step: key, from, to, assignee }: Omit<PassOnCommand, 'type' | 'commandId' | 'operation'>,
  barredAt: (step: OpenStep) => readonly string[],
): Rejection | null {
  const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;
  if (!mayKeepCatalogue(actor)) return no('FORBIDDEN');
  const step = steps.find((one) => one.key === key && one.holder?.id === from);
  if (!step) return no('NOT_HELD');
  if (to === null) return null;
  if (!assignee || assignee.id !== to || objectionToHolding(assignee, step)) {
    return no('INVALID_ASSIGNEE', { field: 'to' });
  }
  const way = wayIn(assignee, { ...neededAt(step), holder: null }, barredAt(step));
  return way.ok ? null : { ...way.rejection, field: 'to' };
}

/** The event that follows, the same as when somebody gives a step back or to another. */
export function passedOn(
  steps: readonly OpenStep[],
  { step: key, from, assignee }: Pick<PassOnCommand, 'step' | 'from' | 'assignee'>,
  barredAt: (step: OpenStep) => readonly string[],
):
  | { readonly type: 'stepReleased'; readonly step: StepKey }
  | { readonly type: 'stepReassigned'; readonly step: StepKey; readonly to: PersonRef } {
  const step = steps.find((one) => one.key === key && one.holder?.id === from);
  return step && assignee
    ? { type: 'stepReassigned', step: key, to: receiverOf(assignee, step, barredAt(step)) }
    : { type: 'stepReleased', step: key };
}
