import type { OpenStep } from '../step.ts';
import type { DateChange, DateRequest, Delay } from './book.ts';
import type { DateKey } from './date.ts';

/** What may happen to the dates of a plan or document. */
export type DateEventBody =
  | { readonly type: 'dateChangeRequested'; readonly request: DateRequest }
  | {
      readonly type: 'dateChangeApproved';
      readonly requestId: string;
      readonly change: DateChange;
      /** The open steps with their due days reckoned from the new date. */
      readonly steps: readonly OpenStep[];
    }
  | {
      readonly type: 'dateChangeRefused';
      readonly requestId: string;
      readonly date: DateKey;
      readonly reason: string;
    }
  | { readonly type: 'delayExplained'; readonly delay: Delay };
