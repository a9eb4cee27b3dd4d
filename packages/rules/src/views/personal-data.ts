import { z } from 'zod';
import { DELEGATION_FORMS, FUNCTIONS, ROLES } from '../vocabulary.ts';

/** Deeds that are listed; `deedsTotal` counts all. */
export const DEEDS_LISTED = 10_000;

/** What the system keeps about one person, for that person; newest first where there is a time. */
export const personalData = z.object({
  exportedAt: z.string(),
  person: z.object({
    id: z.string(),
    subject: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    agency: z.string(),
    roles: z.array(z.enum(ROLES)),
    active: z.boolean(),
  }),
  assignments: z.array(
    z.object({
      function: z.enum(FUNCTIONS),
      agency: z.string().nullable(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
  /** Those the person gave and those they were given. */
  delegations: z.array(
    z.object({
      personId: z.string(),
      substituteId: z.string(),
      form: z.enum(DELEGATION_FORMS),
      from: z.string(),
      to: z.string(),
      reason: z.string(),
      revokedAt: z.string().nullable(),
    }),
  ),
  preferences: z.object({
    language: z.string().nullable(),
    mail: z.string().nullable(),
    calendarSince: z.string().nullable(),
    confirms: z.boolean(),
  }),
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string(), createdAt: z.string(), removedAt: z.string().nullable() }),
  ),
  sessions: z.array(z.object({ begunAt: z.string(), seenAt: z.string(), endsAt: z.string() })),
  drafts: z.array(z.object({ key: z.string(), updatedAt: z.string(), content: z.unknown() })),
  readMarks: z.array(z.object({ subject: z.string(), at: z.string() })),
  notifications: z.array(
    z.object({
      subject: z.string(),
      step: z.string(),
      kind: z.string(),
      createdAt: z.string(),
      readAt: z.string().nullable(),
    }),
  ),
  mails: z.array(z.object({ state: z.string(), createdAt: z.string(), closedAt: z.string().nullable() })),
  /** What the record says the person did. */
  deeds: z.array(z.object({ subject: z.string(), type: z.string(), at: z.string() })),
  deedsTotal: z.int(),
});
export type PersonalData = z.infer<typeof personalData>;
