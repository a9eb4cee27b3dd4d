import type { Actor } from '../actor.ts';
import { type Rejection, reject } from '../errors.ts';
import type { PersonRef } from '../person.ts';
import type { Receipt } from '../receipt/statement.ts';
import { assertNever } from '../vocabulary.ts';

/** What is asked of many subjects at once. `undo` is the mirror of an earlier operation. */
export const OPERATION_KINDS = ['bulk', 'replan', 'merger', 'split', 'renaming', 'undo', 'leaving'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** What a bulk action does with plans and documents, and with what was asked for of their dates. */
export const STEP_ACTIONS = ['approve', 'return', 'reassign', 'requestDateChange'] as const;
export const DATE_DECISIONS = ['approveDateChange', 'refuseDateChange'] as const;
export const BULK_ACTIONS = [...STEP_ACTIONS, ...DATE_DECISIONS] as const;

/** The most that is decided with one press: what a person can still have looked at. */
export const MOST_ITEMS = 500;

/** Kinds that move the work of one agency to another. */
export const AGENCY_CHANGES = ['merger', 'split', 'renaming'] as const;
export type AgencyChangeKind = (typeof AGENCY_CHANGES)[number];
export const movesAgencies = (kind: OperationKind): boolean =>
  kind !== 'bulk' && kind !== 'replan' && kind !== 'leaving';

export const OPERATION_STATES = ['scheduled', 'running', 'paused', 'done', 'cancelled'] as const;
export type OperationState = (typeof OPERATION_STATES)[number];

/**
 * How one subject of an operation came off. `refused`: a rule says no, which is final. `failed`: something did not
 * answer; it is tried again.
 */
export const ITEM_OUTCOMES = ['waiting', 'done', 'refused', 'failed'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

export type Progress = { readonly [outcome in ItemOutcome]: number };
export const NO_PROGRESS: Progress = { waiting: 0, done: 0, refused: 0, failed: 0 };
export const totalOf = (progress: Progress): number =>
  ITEM_OUTCOMES.reduce((sum, outcome) => sum + progress[outcome], 0);

export const OPERATION_COMMANDS = ['pause', 'resume', 'cancel', 'retry'] as const;
export type OperationCommandType = (typeof OPERATION_COMMANDS)[number];

/** A command to a running operation as it reaches the workflow. */
export interface StampedOperationCommand {
  readonly commandId: string;
  readonly type: OperationCommandType;
  readonly actor: Actor;
  readonly receipt?: Receipt;
}

interface Standing {
  readonly state: OperationState;
  readonly by: Pick<PersonRef, 'id'>;
  readonly progress: Pick<Progress, 'failed'>;
}

export const isEnded = (state: OperationState): boolean => state === 'done' || state === 'cancelled';

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Whoever began an operation leads it, and the programme office every one. */
export function objectionToLeading(actor: Actor, by: Pick<PersonRef, 'id'>): Rejection | null {
  return actor.id === by.id || actor.roles.includes('programme-office') ? null : no('FORBIDDEN');
}

/** Who answers for all operations, and may look at each. */
export const maySeeAllOperations = (actor: Actor): boolean =>
  actor.roles.some((role) => role === 'programme-office' || role === 'administrator' || role === 'auditor');

/** Why the operation cannot be paused, taken up again, ended or retried now, or null. */
export function objectionToOperationCommand(
  { state, by, progress }: Standing,
  type: OperationCommandType,
  actor: Actor,
): Rejection | null {
  const notTheirs = objectionToLeading(actor, by);
  if (notTheirs) return notTheirs;
  if (isEnded(state)) return no('OPERATION_ENDED');
  switch (type) {
    case 'pause':
      return state === 'paused' ? no('OPERATION_PAUSED') : null;
    case 'resume':
      return state === 'paused' ? null : no('OPERATION_NOT_PAUSED');
    case 'cancel':
      return null;
    case 'retry':
      return progress.failed > 0 ? null : no('NOTHING_FAILED');
    default:
      return assertNever(type);
  }
}
