import { z } from 'zod';
import type { Actor } from './actor.ts';
import { objectionToAppointing } from './appointing.ts';
import { type Rejection, reject } from './errors.ts';
import { mayKeepCatalogue } from './policy.ts';
import type { PersonRef } from './person.ts';
import type { Person } from './views/catalogue.ts';
import type { FunctionCode } from './vocabulary.ts';

const TO_UNIT = 'unit';

/** Where the work of somebody who leaves goes, as far as it is chosen by hand. */
export const leavingChoices = z.strictObject({
  /** Who takes over an assignment, by its id. */
  successors: z.record(z.uuid(), z.string().min(1).max(100)).default({}),
  /** Who gets a claimed step, by `plan/{code}/{step}`; `unit` sends it back to its unit. */
  items: z.record(z.string().max(200), z.string().min(1).max(100)).default({}),
});
export type LeavingChoices = z.output<typeof leavingChoices>;

/** An open step that somebody has claimed, or that nobody else may act on. */
export interface LeavingItem {
  readonly id: string;
  readonly function: FunctionCode;
  readonly agency: string | null;
  readonly held: boolean;
  /** Others who may act on it. */
  readonly candidates: readonly PersonRef[];
  /** Four eyes: these may not. */
  readonly barred: readonly string[];
}

export interface LeavingAssignment {
  readonly id: string;
  readonly function: FunctionCode;
  readonly agency: string | null;
}

/** To somebody, or back to the unit; null while nobody would be left to do it. */
export type Destination =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'unit' }
  | null;

const covers = (held: LeavingAssignment, item: LeavingItem): boolean =>
  held.function === item.function && (held.agency === null || held.agency === item.agency);

/**
 * Where one step goes: to whom it was given by hand; else to the only other who may act on it, or back to the unit
 * where there are several, or a successor who may.
 */
export function destinationOf(
  item: LeavingItem,
  assignments: readonly LeavingAssignment[],
  choices: LeavingChoices,
): Destination {
  const successors = assignments
    .filter((held) => covers(held, item))
    .flatMap(({ id }) => choices.successors[id] ?? [])
    .filter((id) => !item.barred.includes(id));
  const able = [...new Set([...item.candidates.map(({ id }) => id), ...successors])];
  const chosen = choices.items[item.id];
  if (item.held && chosen !== undefined && able.includes(chosen)) return { kind: 'person', personId: chosen };
  const [only] = able;
  if (only === undefined) return null;
  return item.held && able.length === 1 && chosen !== TO_UNIT
    ? { kind: 'person', personId: only }
    : { kind: 'unit' };
}

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/**
 * Who may see somebody off: those who keep the catalogue; nobody themself. Whoever takes over is not the one who
 * decides it.
 */
export function objectionToLeaving(actor: Actor, person: Person, choices: LeavingChoices): Rejection | null {
  if (!mayKeepCatalogue(actor)) return no('FORBIDDEN');
  if (actor.id === person.id) return no('FOUR_EYES', { field: 'id' });
  const taken = Object.entries(choices.successors).find(([, id]) => id === actor.id || id === person.id);
  if (taken)
    return no(taken[1] === actor.id ? 'FOUR_EYES' : 'INVALID_INPUT', { field: `successors.${taken[0]}` });
  return objectionToAppointing(actor, person, { ...person, active: false });
}
