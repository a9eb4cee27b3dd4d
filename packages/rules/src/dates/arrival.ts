import type { LegalDate } from '../day.ts';
import type { DocumentHeader, DocumentState } from '../document/state.ts';
import { type Rejection, reject } from '../errors.ts';
import type { PlanHeader, PlanState } from '../plan/state.ts';
import { dated } from './dated.ts';

type Saving<Header> = { readonly type: string; readonly facts?: { readonly header: Header } };

/**
 * After the first submission content is saved with the dates as they stand. Asked when a command arrives, not when
 * one that was accepted is carried out again: until this rule came, drafters could move a date by editing.
 */
export function objectionToMovingDates(
  state: PlanState | DocumentState,
  command: Saving<PlanHeader> | Saving<DocumentHeader>,
): Rejection | null {
  if (command.type !== 'saveContent' || !command.facts || dated(state).free) return null;
  const was: Readonly<Record<string, LegalDate | null>> = datesIn(state.header);
  const moved = Object.entries(datesIn(command.facts.header)).find(([field, day]) => day !== was[field]);
  return moved ? reject('DATE_NEEDS_REQUEST', { field: `content.${moved[0]}` }).rejection : null;
}

const datesIn = (header: PlanHeader | DocumentHeader): Record<string, LegalDate | null> =>
  'deadline' in header
    ? { reviewOn: header.reviewOn, deadline: header.deadline }
    : { plannedSigningOn: header.plannedSigningOn, plannedInForceOn: header.plannedInForceOn };
