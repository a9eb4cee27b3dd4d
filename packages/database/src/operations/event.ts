import type { Hash } from '@tinhgon/rules/hash';
import type { OperationKind, Progress } from '@tinhgon/rules/operation/operation';
import type { OperationCounts, OperationParameters } from '@tinhgon/rules/operation/parameters';
import type { EventEnvelope } from '@tinhgon/rules/plan/event';

/** What an operation itself puts on record; what it did to its subjects stands in theirs. */
export type OperationEventBody =
  | {
      readonly type: 'operationStarted';
      readonly kind: OperationKind;
      readonly parameters: OperationParameters;
      readonly undoes?: string;
    }
  /** What it is about is fixed: how many subjects, and the hash of their list. */
  | { readonly type: 'operationFixed'; readonly items: number; readonly selection: Hash }
  | { readonly type: 'operationPaused' }
  | { readonly type: 'operationResumed' }
  | { readonly type: 'operationRetried' }
  | { readonly type: 'operationCancelled'; readonly progress: Progress }
  | {
      readonly type: 'operationFinished';
      readonly progress: Progress;
      readonly counts?: OperationCounts;
    }
  | { readonly type: 'operationSigned'; readonly agency: string; readonly report: Hash };

export type OperationEvent = OperationEventBody & EventEnvelope;
