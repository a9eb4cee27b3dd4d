import { z } from 'zod';
import type { Actor } from './actor.ts';
import { addDays, type LegalDate, legalDateSchema } from './days.ts';
import { type Rejection, reject } from './errors.ts';
import { mayKeepCatalogue } from './policy.ts';
import { reasonText } from './text.ts';
import { DELEGATION_FORMS, SUBJECTS } from './vocabulary.ts';
import type { Assignment, Person } from './views/catalogue.ts';

/** Nobody is away for longer; a later day is a slip. */
const LONGEST_DAYS = 366;

/** Somebody gives a substitute their assignments, or some of them, for a time. Days are included at both ends. */
export const delegationInput = z.strictObject({
  /** Made by the client: the same sent twice is given once. */
  id: z.uuid(),
  personId: z.string().min(1).max(100),
  substituteId: z.string().min(1).max(100),
  form: z.enum(DELEGATION_FORMS),
  from: legalDateSchema,
  to: legalDateSchema,
  /** Plans or documents alone; null is both. */
  only: z.enum(SUBJECTS).nullable().default(null),
  /** Which of their assignments; null is all of them. */
  assignments: z.array(z.uuid()).min(1).max(100).nullable().default(null),
  reason: reasonText,
});
export type DelegationInput = z.output<typeof delegationInput>;

/** A delegation as it is on record. */
export interface Delegation extends DelegationInput {
  readonly givenAt: string;
  readonly givenBy: { readonly id: string; readonly name: string };
  /** Ended before its time. */
  readonly revokedAt: string | null;
  readonly revokedBy: { readonly id: string; readonly name: string } | null;
}

type Known = Pick<Person, 'id' | 'agency' | 'roles' | 'active'>;

/** What the record knows of those concerned. */
export interface DelegationFacts {
  readonly today: LegalDate;
  readonly person: Known | null;
  readonly substitute: (Known & { readonly name: string }) | null;
  /** Of the person who delegates. */
  readonly assignments: readonly Assignment[];
  /** Given by the person or by the substitute, ended ones included. */
  readonly given: readonly (Delegation & { readonly substituteName: string })[];
}

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Everybody delegates what is theirs; those who keep the catalogue do it for who can no longer. */
export const mayDelegateFor = (actor: Actor, personId: string): boolean =>
  actor.id === personId || mayKeepCatalogue(actor);

/** Why `input` cannot be given, or null. */
export function objectionToDelegating(
  actor: Actor,
  input: DelegationInput,
  facts: DelegationFacts,
): Rejection | null {
  const { person, substitute, today } = facts;
  if (!mayDelegateFor(actor, input.personId)) return no('FORBIDDEN', { field: 'personId' });
  if (!person?.active) return no('UNKNOWN_PERSON', { field: 'personId' });
  if (!substitute?.active) return no('UNKNOWN_PERSON', { field: 'substituteId' });
  if (input.substituteId === input.personId) return unfit('self');
  // Nobody gives themself power.
  if (input.substituteId === actor.id) return no('FOUR_EYES', { field: 'substituteId' });
  if (substitute.agency !== person.agency) return unfit('agency');
  if (substitute.roles.includes('auditor')) return unfit('auditor');
  return objectionToPeriod(input, today) ?? objectionToScope(input, facts) ?? objectionToOthers(input, facts);
}

const unfit = (why: 'self' | 'agency' | 'auditor'): Rejection =>
  no('INVALID_SUBSTITUTE', { field: 'substituteId', details: { reason: why } });

function objectionToPeriod({ from, to }: DelegationInput, today: LegalDate): Rejection | null {
  if (from < today) return no('DATE_ORDER', { field: 'from', details: { earliest: today } });
  if (to < from) return no('DATE_ORDER', { field: 'to', details: { earliest: from } });
  return to > addDays(from, LONGEST_DAYS) ? no('DATE_OUT_OF_RANGE', { field: 'to' }) : null;
}

/** Only one's own assignments are delegated, never those held for another: a substitute passes nothing on. */
function objectionToScope(input: DelegationInput, { assignments }: DelegationFacts): Rejection | null {
  const within = assignments.filter(
    (held) => held.from <= input.to && (held.to === null || held.to >= input.from),
  );
  if (within.length === 0) return no('NOTHING_TO_DELEGATE', { field: 'assignments' });
  const index = input.assignments?.findIndex((id) => !within.some((held) => held.id === id)) ?? -1;
  return index < 0 ? null : no('INVALID_INPUT', { field: `assignments.${index}` });
}

function objectionToOthers(input: DelegationInput, { given }: DelegationFacts): Rejection | null {
  const meanwhile = given.filter(
    (other) => other.revokedAt === null && other.from <= input.to && other.to >= input.from,
  );
  const away = meanwhile.find((other) => other.personId === input.substituteId);
  if (away) {
    const { from, to } = away;
    return no('INVALID_SUBSTITUTE', { field: 'substituteId', details: { reason: 'away', from, to } });
  }
  const overlapping = meanwhile.find((other) => other.personId === input.personId && shares(other, input));
  if (!overlapping) return null;
  const { substituteName: substitute, from, to } = overlapping;
  return no('DELEGATION_OVERLAPS', { field: 'from', details: { substitute, from, to } });
}

type Scope = Pick<DelegationInput, 'only' | 'assignments'>;

/** Whether two delegations of one person give the same assignment. */
function shares(one: Scope, other: Scope): boolean {
  if (one.only !== null && other.only !== null && one.only !== other.only) return false;
  return (
    one.assignments === null ||
    other.assignments === null ||
    one.assignments.some((id) => other.assignments?.includes(id))
  );
}

/** Ending it before its time: who gave it, the substitute who cannot, and those who keep the catalogue. */
export function objectionToRevoking(
  actor: Actor,
  delegation: Pick<Delegation, 'personId' | 'substituteId' | 'to' | 'revokedAt'>,
  today: LegalDate,
): Rejection | null {
  const concerned = actor.id === delegation.personId || actor.id === delegation.substituteId;
  if (!concerned && !mayKeepCatalogue(actor)) return no('NOT_FOUND', { field: 'id' });
  return delegation.revokedAt !== null || delegation.to < today ? no('DELEGATION_ENDED') : null;
}

/** Whose delegations `actor` may look at: their own, and those who keep the catalogue or audit everybody's. */
export const maySeeDelegationsOf = (actor: Actor, personId: string): boolean =>
  mayDelegateFor(actor, personId) || actor.roles.includes('auditor');
