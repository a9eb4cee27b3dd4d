import type { Remark } from './state.ts';

/** What is said at a line of a plan or document, and what becomes of it. */
export type RemarkEventBody =
  | {
      readonly type: 'remarked';
      readonly remark: Omit<Remark, 'by' | 'at' | 'words'>;
      readonly text: string;
    }
  | {
      readonly type: 'remarkAnswered';
      readonly remarkId: string;
      readonly text: string;
      /** Whether its author need wait no longer; false for a voice of somebody else, or their own. */
      readonly answers: boolean;
      /** Whoever drafts says that the line was changed as the remark asks. */
      readonly changed?: true;
    }
  | { readonly type: 'remarkResolved'; readonly remarkId: string; readonly text?: string }
  | { readonly type: 'remarkReopened'; readonly remarkId: string; readonly text?: string };
