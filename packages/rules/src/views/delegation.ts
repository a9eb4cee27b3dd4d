import { z } from 'zod';
import { DELEGATION_FORMS, FUNCTIONS, SUBJECTS } from '../vocabulary.ts';
import { assignmentView, personRefView } from './common.ts';

/** `ended`: its last day has passed. `revoked`: ended before its time. */
export const DELEGATION_STATES = ['coming', 'running', 'ended', 'revoked'] as const;

export const delegationView = z.object({
  id: z.string(),
  person: personRefView,
  substitute: personRefView,
  form: z.enum(DELEGATION_FORMS),
  from: z.string(),
  to: z.string(),
  only: z.enum(SUBJECTS).nullable(),
  /** What was delegated; null is all the person holds. */
  assignments: z.array(assignmentView).nullable(),
  reason: z.string(),
  state: z.enum(DELEGATION_STATES),
  givenAt: z.string(),
  givenBy: personRefView,
  revokedAt: z.string().nullable(),
  revokedBy: personRefView.nullable(),
});
export type DelegationView = z.infer<typeof delegationView>;

/** One person's: `given` by them and `received` from others, newest first. */
export const delegationsView = z.object({
  person: personRefView,
  given: z.array(delegationView),
  received: z.array(delegationView),
  /** What they could delegate today or later. */
  assignments: z.array(assignmentView),
  /** Who could stand in: people of their agency, by name, with the functions they hold themselves today. */
  substitutes: z.array(personRefView.extend({ functions: z.array(z.enum(FUNCTIONS)) })),
});
export type DelegationsView = z.infer<typeof delegationsView>;
export const delegationsInput = z.object({
  /** The reader themself when left out. */
  person: z.string().min(1).max(100).optional(),
});
