import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { commandIdSchema } from '../command-envelope.ts';
import { addDays, type LegalDate, legalDateSchema } from '../days.ts';
import { type Rejection, reject } from '../errors.ts';
import { codeSchema } from '../text.ts';
import { type Agency, agencySchema } from '../views/catalogue.ts';
import { AGENCY_CHANGES } from './operation.ts';
import type { AgencyChange } from './parameters.ts';

const MOST_AGENCIES = 20;
const MOST_ASSIGNED = 5_000;
/** A change is decided before it takes effect, but not by years; a day further off is a slip. */
const WITHIN_DAYS = 366;

const subjectKey = z.string().regex(/^(plan|document|person|bottleneck|campaign|inspection)\/.{1,100}$/u);

/** What the programme office asks for: whose work goes to whom, from which day. */
export const agencyChangeSchema = z.strictObject({
  kind: z.enum(AGENCY_CHANGES),
  from: z.array(codeSchema).min(1).max(MOST_AGENCIES),
  to: z.array(codeSchema).min(1).max(MOST_AGENCIES),
  effectiveOn: legalDateSchema,
  assigned: z
    .record(subjectKey, codeSchema)
    .refine((assigned) => Object.keys(assigned).length <= MOST_ASSIGNED, { message: 'TOO_LARGE' })
    .default({}),
  newAgency: agencySchema.optional(),
  newName: agencySchema.pick({ nameVi: true, nameEn: true }).optional(),
});

export const agencyChangeStartSchema = z.strictObject({
  /** Becomes the operation's id, so that sending it again begins nothing twice. */
  commandId: commandIdSchema,
  change: agencyChangeSchema,
});

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Moving the work of agencies is the programme office's, and nobody moves functions of their own along. */
export function objectionToChangingAgencies(actor: Actor, from: readonly string[]): Rejection | null {
  if (!actor.roles.includes('programme-office')) return no('FORBIDDEN');
  return actor.assignments.some((held) => held.agency !== null && from.includes(held.agency))
    ? no('FOUR_EYES', { field: 'change.from' })
    : null;
}

/** Whether the change makes sense for the agencies there are, by code. */
export function objectionToAgencyChange(
  change: AgencyChange,
  agencies: ReadonlyMap<string, Agency>,
  today: LegalDate,
): Rejection | null {
  const { kind, from, to, effectiveOn, assigned, newAgency, newName } = change;
  const keepsCode = kind === 'renaming' && newName !== undefined;
  const twice = (codes: readonly string[]): number =>
    codes.findIndex((code, index) => codes.indexOf(code) < index);
  for (const [field, codes] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const index = twice(codes);
    if (index >= 0) {
      return no('INVALID_INPUT', { field: `change.${field}.${index}`, details: { reason: 'duplicate' } });
    }
  }
  if (effectiveOn > addDays(today, WITHIN_DAYS))
    return no('DATE_OUT_OF_RANGE', { field: 'change.effectiveOn' });
  const shape = {
    merger: to.length === 1,
    split: from.length === 1 && to.length > 1,
    renaming: from.length === 1 && to.length === 1 && (newAgency !== undefined) !== (newName !== undefined),
  };
  if (!shape[kind])
    return no('INVALID_INPUT', {
      field: newAgency || newName || kind !== 'renaming' ? 'change.to' : 'change.newAgency',
    });
  if (newName && !keepsCode) return no('INVALID_INPUT', { field: 'change.newName' });
  for (const [index, code] of from.entries()) {
    const agency = agencies.get(code);
    if (!agency || (agency.to !== null && agency.to < addDays(effectiveOn, -1))) {
      return no('UNKNOWN_AGENCY', { field: `change.from.${index}`, details: { code } });
    }
    if (agency.from >= effectiveOn) {
      return no('DATE_ORDER', {
        field: 'change.effectiveOn',
        details: { earliest: addDays(agency.from, 1) },
      });
    }
  }
  for (const [index, code] of to.entries()) {
    // Only in a split may the agency itself go on with a part of its work, and in a renaming that keeps its code.
    if (kind !== 'split' && from.includes(code) !== keepsCode)
      return no('INVALID_INPUT', { field: `change.to.${index}` });
    if (code === newAgency?.code) continue;
    const agency = agencies.get(code);
    if (!agency || agency.from > effectiveOn || agency.to !== null) {
      return no('UNKNOWN_AGENCY', { field: `change.to.${index}`, details: { code } });
    }
  }
  if (newAgency) {
    if (!to.includes(newAgency.code)) return no('INVALID_INPUT', { field: 'change.newAgency' });
    if (agencies.has(newAgency.code)) return no('CODE_TAKEN', { field: 'change.newAgency.code' });
  }
  if (newName) {
    const agency = agencies.get(to[0] ?? '');
    if (agency?.nameVi === newName.nameVi && agency.nameEn === newName.nameEn) {
      return no('NOTHING_TO_MOVE', { field: 'change.newName.nameVi' });
    }
  }
  const astray = Object.entries(assigned).find(([, code]) => !to.includes(code));
  return astray
    ? no('UNKNOWN_AGENCY', { field: `change.assigned.${astray[0]}`, details: { code: astray[1] } })
    : null;
}
