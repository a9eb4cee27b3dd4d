import type { Actor } from './actor.ts';
import type { LegalDate } from './day.ts';
import { type Rejection, reject } from './errors.ts';
import type { FunctionCode, Role } from './vocabulary.ts';

interface PersonFacts {
  readonly id: string;
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
}
interface AssignmentFacts {
  readonly personId: string;
  readonly function: FunctionCode;
  readonly agency: string | null;
  readonly from: LegalDate;
  readonly to: LegalDate | null;
}

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/**
 * Entering or changing a person. Four eyes hold for power too: nobody gives themself a role, another sign-in or
 * a seat they had lost. Only an administrator appoints administrators.
 */
export function objectionToAppointing(
  actor: Actor,
  before: PersonFacts | null,
  after: PersonFacts,
): Rejection | null {
  const gained = after.roles.filter((role) => !before?.roles.includes(role));
  if (after.id === actor.id) {
    if (gained.length > 0) return no('FOUR_EYES', { field: 'roles' });
    if (before && after.subject !== before.subject) return no('FOUR_EYES', { field: 'subject' });
    if (before && after.active && !before.active) return no('FOUR_EYES', { field: 'active' });
  }
  const touchesAdministrator =
    gained.includes('administrator') || (before?.roles.includes('administrator') ?? false);
  if (touchesAdministrator && after.id !== actor.id && !actor.roles.includes('administrator')) {
    return no('FORBIDDEN', { field: 'roles' });
  }
  return null;
}

/**
 * Giving a person a function, or changing for how long. Nobody gives themself one or holds it longer, and an
 * assignment keeps whose it is, for what and for whom: another one is entered instead.
 */
export function objectionToAssigning(
  actor: Actor,
  before: AssignmentFacts | null,
  after: AssignmentFacts,
): Rejection | null {
  if (before) {
    const field = (['personId', 'function', 'agency'] as const).find((name) => before[name] !== after[name]);
    if (field) return no('CODE_TAKEN', { field });
  }
  if (after.personId !== actor.id) return null;
  const longer =
    !before ||
    after.from < before.from ||
    (before.to !== null && (after.to === null || after.to > before.to));
  return longer ? no('FOUR_EYES', { field: 'personId' }) : null;
}
