import { z } from 'zod';
import { legalDateSchema } from '../days.ts';
import { codeSchema, nameText, requiredText, text } from '../text.ts';
import { FUNCTIONS, ROLES } from '../vocabulary.ts';
import { agencyRef, assignmentView, localName } from './common.ts';

export const AGENCY_KINDS = [
  'ministry',
  'ministerial-agency',
  'government-agency',
  'national',
  'province',
  'unit',
] as const;

export const agencySchema = z.strictObject({
  code: codeSchema,
  nameVi: nameText,
  nameEn: text(500).nullable().default(null),
  kind: z.enum(AGENCY_KINDS),
  parent: codeSchema.nullable().default(null),
  /** Exists from … to …, both included; null is open. */
  from: legalDateSchema,
  to: legalDateSchema.nullable().default(null),
  /** Who took over its work. */
  successor: codeSchema.nullable().default(null),
});
/** A name an agency bore under the same code, and the last day of it. */
export const formerName = z.object({ nameVi: z.string(), nameEn: z.string().nullable(), until: z.string() });
/** Names it bore before are the record's to keep: only a change of name adds one. */
export type Agency = z.infer<typeof agencySchema> & {
  readonly formerNames?: readonly z.infer<typeof formerName>[];
};
export const agencyView = agencySchema.extend({
  formerNames: z.array(formerName).readonly().default([]),
  people: z.int(),
});

export const personSchema = z.strictObject({
  id: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[\p{L}\p{N}._@-]+$/u)
    // `system` acts where no person does.
    .refine((id) => id !== 'system' && id !== '__proto__', { message: 'INVALID_INPUT' }),
  /** Identifier the sign-in provider gives (`sub`). */
  subject: requiredText(255),
  name: nameText,
  email: z.email().max(320).nullable().default(null),
  agency: codeSchema,
  roles: z.array(z.enum(ROLES)).max(ROLES.length).default([]),
  active: z.boolean().default(true),
});
export type Person = z.infer<typeof personSchema>;
export const personView = personSchema.extend({
  agencyName: localName,
  assignments: z.array(assignmentView),
  /** Passkeys in use; 0 for readers who do not keep the list. */
  passkeys: z.int(),
});

export const assignmentSchema = z.strictObject({
  id: z.uuid(),
  personId: z.string().max(100),
  function: z.enum(FUNCTIONS),
  agency: codeSchema.nullable(),
  from: legalDateSchema,
  to: legalDateSchema.nullable().default(null),
});
export type Assignment = z.infer<typeof assignmentSchema>;

export const programmeSchema = z.strictObject({
  code: codeSchema,
  nameVi: nameText,
  nameEn: text(500).nullable().default(null),
  from: legalDateSchema,
  to: legalDateSchema.nullable().default(null),
  /** Of its open data; a programme with one is public, without sign-in. */
  publicLicence: requiredText(200).nullable().default(null),
});
export type Programme = z.infer<typeof programmeSchema>;

const BASELINE_MAX = 200_000;

/** The paper a set of procedures was decided by. */
export const decisionPaper = z.strictObject({ number: requiredText(100), signedOn: legalDateSchema });
export type DecisionPaper = z.infer<typeof decisionPaper>;

export const baselineSchema = z.strictObject({
  programme: codeSchema,
  date: legalDateSchema,
  reason: requiredText(4_000),
  decision: decisionPaper.exactOptional(),
  procedureCodes: z.array(codeSchema).min(1).max(BASELINE_MAX),
});
export type BaselineInput = z.infer<typeof baselineSchema>;

/** The whole set, or what becomes another against the one in force on its day. */
export const proposeBaselineSchema = baselineSchema.omit({ procedureCodes: true }).extend({
  /** Made by the client, so that sending it twice proposes once. */
  id: z.uuid(),
  members: z.union([
    z.strictObject({ all: z.array(codeSchema).min(1).max(BASELINE_MAX) }),
    z.strictObject({
      add: z.array(codeSchema).max(BASELINE_MAX),
      remove: z.array(codeSchema).max(BASELINE_MAX),
    }),
  ]),
});
export type ProposeBaseline = z.infer<typeof proposeBaselineSchema>;

/** A procedure of the catalogue. `ministry` is dated: a new value holds from `ministryFrom`. */
export const procedureSchema = z.strictObject({
  code: codeSchema,
  nameVi: nameText,
  nameEn: text(500).nullable().default(null),
  field: text(500).nullable().default(null),
  level: z.enum(['central', 'province', 'district', 'commune']).nullable().default(null),
  users: text(500).nullable().default(null),
  ministry: codeSchema,
  ministryFrom: legalDateSchema.nullable().default(null),
});
export type ProcedureInput = z.infer<typeof procedureSchema>;

export const FINDABLE = [
  'procedure',
  'plan',
  'document',
  'bottleneck',
  'campaign',
  'inspection',
  'person',
  'agency',
] as const;
export const searchInput = z.object({
  q: z.string().max(200),
  kinds: z.array(z.enum(FINDABLE)).max(FINDABLE.length).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const searchView = z.array(
  z.object({
    kind: z.enum(FINDABLE),
    code: z.string(),
    title: z.string(),
    /** Whose it is; of a bottleneck who is to answer, of an inspection who is inspected; of an agency the one it became. */
    ministry: agencyRef.nullable(),
  }),
);
