import { z } from 'zod';
import { type FunctionCode, FUNCTIONS, ROLES } from './vocabulary.ts';

/** A person as events and steps name them. */
export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/**
 * Who gives a command, stamped by the API from the database, never taken from the client:
 * `assignments` holds only those valid on the day of the command.
 */
export const actorSchema = z.object({
  id: z.string(),
  name: z.string(),
  agency: z.string(),
  roles: z.array(z.enum(ROLES)),
  assignments: z.array(
    z.object({
      function: z.enum(FUNCTIONS),
      /** The agency whose plans this covers; null covers the whole country. */
      agency: z.string().nullable(),
    }),
  ),
});
export type Actor = z.infer<typeof actorSchema>;

export const personRef = (actor: Actor): PersonRef => ({ id: actor.id, name: actor.name });

/** Recorded where no person acted: clocks, messages between a plan and its documents. */
export const SYSTEM: PersonRef = { id: 'system', name: 'Tinh Gọn' };

/** Whether `actor` holds `functionCode` for the plans and documents of `agency`. */
export function holdsFunction(actor: Actor, functionCode: FunctionCode, agency: string): boolean {
  return actor.assignments.some(
    (held) => held.function === functionCode && (held.agency === null || held.agency === agency),
  );
}
