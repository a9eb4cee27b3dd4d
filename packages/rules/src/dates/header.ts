import type { LegalDate } from '../day.ts';
import type { DocumentHeader } from '../document/state.ts';
import type { PlanHeader } from '../plan/state.ts';
import type { DateKey } from './date.ts';

/**
 * A document's text with its dates as they stand. Text is stored once, under its hash; a date that moved by request
 * since stands in the header alone.
 */
export const withDatesOf = <Content extends object>(
  content: Content,
  { plannedSigningOn, plannedInForceOn }: DocumentHeader,
): Content & Pick<DocumentHeader, 'plannedSigningOn' | 'plannedInForceOn'> => ({
  ...content,
  plannedSigningOn,
  plannedInForceOn,
});

/** The header with one of its dates moved. */
export function withPlanDate(header: PlanHeader, date: DateKey, to: LegalDate): PlanHeader {
  if (date === 'deadline') return { ...header, deadline: to };
  return date === 'review' ? { ...header, reviewOn: to } : header;
}

export function withDocumentDate(header: DocumentHeader, date: DateKey, to: LegalDate): DocumentHeader {
  if (date === 'plannedSigning') return { ...header, plannedSigningOn: to };
  return date === 'plannedInForce' ? { ...header, plannedInForceOn: to } : header;
}
