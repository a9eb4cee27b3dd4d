import { z } from 'zod';
import { agencyRef, assignmentView, errorCodes, personRefView } from './common.ts';

/** What becomes of the work of somebody who leaves, before anything is done. */
export const leavingView = z.object({
  person: personRefView.extend({ agency: agencyRef, active: z.boolean() }),
  /** Open steps they have claimed, and those nobody else may act on. */
  items: z.array(
    z.object({
      id: z.string(),
      subject: z.enum(['plan', 'document']),
      code: z.string(),
      title: z.string(),
      step: z.string(),
      held: z.boolean(),
      candidates: z.array(personRefView),
      /** Null: nobody would be left to do it, which is to be settled first. */
      goesTo: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('person'), person: personRefView }),
          z.object({ kind: z.literal('unit') }),
        ])
        .nullable(),
    }),
  ),
  /** Assignments that end, and who takes each over. */
  assignments: z.array(assignmentView.extend({ successor: personRefView.nullable() })),
  /** Delegations that end: given to whom, received from whom. */
  delegations: z.array(z.object({ id: z.string(), person: personRefView, substitute: personRefView })),
  /** Texts begun and not saved; they stay where they are. */
  drafts: z.int(),
  /** People of the agency who could take over. */
  colleagues: z.array(personRefView),
  /** Whether every step would have somebody to do it. */
  ready: z.boolean(),
});
export type LeavingView = z.infer<typeof leavingView>;

/** How each part came off; what failed is done by asking again. */
export const leavingResult = z.object({
  done: z.boolean(),
  results: z.array(
    z.object({
      what: z.enum(['successor', 'person', 'item', 'assignment', 'delegation']),
      id: z.string(),
      outcome: z.enum(['done', 'failed']),
      code: z.enum(errorCodes).nullable(),
    }),
  ),
});
export type LeavingResult = z.infer<typeof leavingResult>;
