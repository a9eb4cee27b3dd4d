import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { Instant } from '@tinhgon/rules/day';
import type {
  OperationCommandType,
  OperationKind,
  OperationState,
  Progress,
  StampedOperationCommand,
} from '@tinhgon/rules/operation/operation';
import type { PersonRef } from '@tinhgon/rules/person';
import type { Answered, CommandOutcome, Deployment } from '../subject/messages.ts';

/** Argument of the workflow `operation`, id `operation/{id}`. What it is about lies in the database. */
export interface OperationInput {
  readonly deployment: Deployment;
  readonly id: string;
  readonly kind: OperationKind;
  readonly by: PersonRef;
  /** Not before this moment. */
  readonly startsAt: Instant | null;
  /** Absent in a first run. */
  readonly from?: OperationCarried;
}

export interface OperationCarried {
  readonly state: OperationState;
  readonly progress: Progress;
  /** How often in a row what had failed was tried again. */
  readonly tries: number;
  /** The last commands answered, oldest first. */
  readonly answers: readonly Answered[];
}

const update = (type: OperationCommandType) => defineUpdate<CommandOutcome, [StampedOperationCommand]>(type);

export const operationUpdates = {
  pause: update('pause'),
  resume: update('resume'),
  cancel: update('cancel'),
  retry: update('retry'),
} as const satisfies Record<OperationCommandType, unknown>;

export interface OperationReport {
  readonly state: OperationState;
  readonly progress: Progress;
}

export const operationReportQuery = defineQuery<OperationReport>('operation');

export const operationSubject = (id: string): string => `operation/${id}`;
