import type { LegalDate } from '../day.ts';
import type { DocumentHeader, DocumentState } from '../document/state.ts';
import { type Rejection, reject } from '../errors.ts';
import type { PlanHeader, PlanState } from '../plan/state.ts';
import { dated } from './dated.ts';

type Saving<Header> = { readonly type: string; readonly facts?: { readonly header: Header } };

/**
 * Before the first submission the dates are in their order; after it content is saved with them as they stand. Asked when a command arrives, not when
 * one that was accepted is carried out again: until this rule came, drafters could move a date by editing.
 */
export function objectionToSavedDates(
  state: PlanState | DocumentState,
  command: Saving<PlanHeader> | Saving<DocumentHeader>,
): Rejection | null {
  if (command.type !== 'saveContent' || !command.facts) return null;
  if (dated(state).free) return objectionToDateOrder(command.facts.header, 'content.');
  const was: Readonly<Record<string, LegalDate | null>> = datesIn(state.header);
  const moved = Object.entries(datesIn(command.facts.header)).find(([field, day]) => day !== was[field]);
  return moved ? reject('DATE_NEEDS_REQUEST', { field: `content.${moved[0]}` }).rejection : null;
}

/**
 * The review ends by the plan's deadline; a document is not in force before it is signed. `at` is where the header lies
 * in the command.
 */
export function objectionToDateOrder(header: PlanHeader | DocumentHeader, at = ''): Rejection | null {
  if ('deadline' in header) {
    const { reviewOn, deadline } = header;
    if (reviewOn === null || deadline === null || reviewOn <= deadline) return null;
    return reject('DATE_ORDER', { field: `${at}reviewOn`, details: { latest: deadline } }).rejection;
  }
  const { plannedSigningOn: signing, plannedInForceOn: inForce } = header;
  if (signing === null || inForce === null || signing <= inForce) return null;
  return reject('DATE_ORDER', { field: `${at}plannedInForceOn`, details: { earliest: signing } }).rejection;
}

const datesIn = (header: PlanHeader | DocumentHeader): Record<string, LegalDate | null> =>
  'deadline' in header
    ? { reviewOn: header.reviewOn, deadline: header.deadline }
    : { plannedSigningOn: header.plannedSigningOn, plannedInForceOn: header.plannedInForceOn };
