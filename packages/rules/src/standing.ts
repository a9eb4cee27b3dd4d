import type { Actor, Held } from './actor.ts';
import { ok, reject, type Result } from './errors.ts';
import { type PersonRef, personRef } from './person.ts';
import type { OpenStep } from './step.ts';
import { type FunctionCode, type Subject, subjectOf } from './vocabulary.ts';

/** What a function is needed for: the agency whose plans or documents it is about, null for the whole country. */
export interface Needed {
  readonly function: FunctionCode;
  readonly agency: string | null;
  readonly subject: Subject;
  /** Who has claimed it, where it can be claimed. */
  readonly holder?: PersonRef | null;
}

type StepAt = Pick<OpenStep, 'key' | 'function' | 'agency'> & Partial<Pick<OpenStep, 'holder'>>;

export const neededAt = ({ key, function: code, agency, holder = null }: StepAt): Needed => ({
  function: code,
  agency,
  subject: subjectOf(key),
  holder,
});

/** Assignments of `actor` that cover what is needed, their own before delegated ones. */
export function heldFor(actor: Actor, needed: Needed): readonly Held[] {
  const fitting = actor.assignments.filter(
    (held) =>
      held.function === needed.function &&
      (held.agency === null || held.agency === needed.agency) &&
      (held.only === undefined || held.only === needed.subject),
  );
  return [...fitting.filter((held) => !held.onBehalfOf), ...fitting.filter((held) => held.onBehalfOf)];
}

/**
 * The assignment through which `actor` acts, or why there is none. A substitute steps into the shoes of the person
 * they stand in for: what that person has claimed is theirs to act on, and what they claimed in that person's name
 * stays that person's. `barred` may not act at all, nor have others act in their name.
 */
export function wayIn(actor: Actor, needed: Needed, barred: readonly string[] = []): Result<Held> {
  const fitting = heldFor(actor, needed);
  if (fitting.length === 0) return reject('NOT_YOUR_STEP', { details: { function: needed.function } });
  const { holder } = needed;
  const inHand = fitting.filter((held) => !holder || isTheirs(actor, held, holder));
  if (inHand.length === 0) return reject('HELD_BY_OTHER', { details: { holder: holder?.name ?? '' } });
  if (barred.includes(actor.id)) return reject('FOUR_EYES');
  const free = inHand.find((held) => !held.onBehalfOf || !barred.includes(held.onBehalfOf.id));
  if (free) return ok(free);
  return reject('FOUR_EYES', { details: { onBehalfOf: inHand[0]?.onBehalfOf?.name ?? '' } });
}

function isTheirs(actor: Actor, held: Held, holder: PersonRef): boolean {
  if (holder.id === actor.id) return true;
  const person = held.onBehalfOf?.id ?? actor.id;
  return holder.onBehalfOf?.id === person || (held.onBehalfOf !== undefined && holder.id === person);
}

/** Whether `actor` has claimed it, or another has in their name. */
export const isHolding = (actor: Pick<Actor, 'id'>, { holder }: Pick<OpenStep, 'holder'>): boolean =>
  holder !== null && (holder.id === actor.id || holder.onBehalfOf?.id === actor.id);

/** Somebody as the next holder of a step, in whose name included. */
export function receiverOf(assignee: Actor, step: OpenStep, barred: readonly string[]): PersonRef {
  const way = wayIn(assignee, { ...neededAt(step), holder: null }, barred);
  return personRef(assignee, way.ok ? way.value.onBehalfOf : undefined);
}
