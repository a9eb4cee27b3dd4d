import { z } from 'zod';
import { FUNCTIONS } from '../vocabulary.ts';
import { agencyRef, assignmentView, personRefView } from './common.ts';

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
  /**
   * Steps of plans the reader may not see, by the function they wait for: how many the person has claimed, how many
   * nobody else may act on, and how many would have nobody left.
   */
  unseen: z.array(
    z.object({
      function: z.enum(FUNCTIONS),
      agency: agencyRef.nullable(),
      held: z.int(),
      alone: z.int(),
      unsettled: z.int(),
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
  /** The operation that sees them off, while it has not ended. */
  operation: z.string().nullable(),
});
export type LeavingView = z.infer<typeof leavingView>;
