import type { OperationCommandType, Progress } from '@tinhgon/rules/operation/operation';
import type { PersonRef } from '@tinhgon/rules/person';
import type { Receipt } from '@tinhgon/rules/receipt/statement';

/** What an operation needs of the world; the worker app implements it. All may be done twice. */
export interface OperationActivities {
  /** Fixes what the operation is about, where that was not done when it was entered. */
  fixOperation(id: string): Promise<Progress>;
  /** Does the next `limit` subjects and records how each came off; `tried` is 0 when nothing can be done now. */
  applyItems(request: { readonly id: string; readonly limit: number }): Promise<Applied>;
  /** Puts back to waiting what has failed. */
  retryItems(id: string): Promise<Progress>;
  /** Ends the operation, unless more of what it is about has come in meanwhile: that is done first. */
  finishOperation(id: string): Promise<{ readonly finished: boolean; readonly progress: Progress }>;
  /** Puts on record what somebody did to the operation. */
  noteCommand(note: CommandNote): Promise<void>;
}

export interface Applied {
  readonly tried: number;
  readonly progress: Progress;
}

export interface CommandNote {
  readonly id: string;
  readonly commandId: string;
  readonly type: OperationCommandType;
  readonly by: PersonRef;
  /** What the operation goes back to when it is resumed. */
  readonly resumesTo: 'scheduled' | 'running';
  readonly receipt?: Receipt;
}
