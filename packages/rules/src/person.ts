import type { Actor } from './actor.ts';
import type { FunctionCode } from './vocabulary.ts';

/** A person as events and steps name them. */
export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

export const personRef = (actor: Actor): PersonRef => ({ id: actor.id, name: actor.name });

/** Recorded where no person acted: clocks, messages between a plan and its documents. */
export const SYSTEM: PersonRef = { id: 'system', name: 'Tinh Gọn' };

/** Whether `actor` holds `functionCode` for the plans and documents of `agency`. */
export function holdsFunction(actor: Actor, functionCode: FunctionCode, agency: string): boolean {
  return actor.assignments.some(
    (held) => held.function === functionCode && (held.agency === null || held.agency === agency),
  );
}
