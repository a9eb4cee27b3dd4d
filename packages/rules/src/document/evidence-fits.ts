import { addDays, type LegalDate } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';

/** No document comes into force more than ten years after it is signed; a later date is a slip. */
const IN_FORCE_WITHIN_DAYS = 3_653;

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

export const notInFuture = (day: LegalDate, today: LegalDate, field: string): Rejection | null =>
  day > today ? no('DATE_IN_FUTURE', { field }) : null;

export const notBefore = (
  day: LegalDate,
  earliest: LegalDate | undefined,
  field: string,
): Rejection | null =>
  earliest !== undefined && day < earliest ? no('DATE_ORDER', { field, details: { earliest } }) : null;

export const inForceOrder = (signedOn: LegalDate, inForceOn: LegalDate): Rejection | null =>
  notBefore(inForceOn, signedOn, 'inForceOn') ??
  (inForceOn > addDays(signedOn, IN_FORCE_WITHIN_DAYS)
    ? no('DATE_OUT_OF_RANGE', { field: 'inForceOn' })
    : null);

/** The first of the procedures that evidence may not cover, and why; each stands in the list once. */
export function covers(
  codes: readonly string[],
  problem: (code: string) => 'NOT_LINKED' | 'NOT_ANNOUNCED' | 'NOT_IN_DATABASE' | 'ALREADY_RECORDED' | null,
): Rejection | null {
  for (const [index, code] of codes.entries()) {
    const found = codes.indexOf(code) < index ? 'ALREADY_RECORDED' : problem(code);
    if (found) return no(found, { field: `procedureCodes.${index}`, details: { procedureCode: code } });
  }
  return null;
}
