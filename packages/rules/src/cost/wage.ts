import { z } from 'zod';
import type { LegalDate } from '../day.ts';
import { legalDateSchema } from '../days.ts';
import { codeSchema, LINE_MAX, nameText, reasonText, requiredText } from '../text.ts';
import { lowerMiddle } from './middle.ts';

export const dongPerHourSchema = z.int().min(0).max(1_000_000_000);

/** What one source says an hour of work is worth. */
export const wageSourceSchema = z.strictObject({
  source: requiredText(LINE_MAX),
  dongPerHour: dongPerHourSchema,
});
export type WageSource = z.infer<typeof wageSourceSchema>;

/** The next version of a wage: all its sources, not only the changed ones. */
export const wageInputSchema = z.strictObject({
  code: codeSchema,
  /** The newest version its author saw, 0 for a wage that is new; another one meanwhile is STALE_VERSION. */
  basedOn: z.int().min(0),
  nameVi: nameText,
  nameEn: nameText.nullable().default(null),
  sources: z.array(wageSourceSchema).min(1).max(20),
  /** First and last day on which costs are reckoned with it. */
  from: legalDateSchema,
  to: legalDateSchema.nullable().default(null),
  reason: reasonText,
});
export type WageInput = z.infer<typeof wageInputSchema>;

/** One version as it is kept; the value follows from its sources and is never entered. */
export type WageVersion = Omit<WageInput, 'basedOn' | 'reason'> & { readonly version: number };

/** The source whose value is taken: the lower middle one, the first entered of those that say the same. */
export function takenSource(sources: readonly WageSource[]): WageSource | null {
  const value = lowerMiddle(sources.map(({ dongPerHour }) => dongPerHour));
  return sources.find(({ dongPerHour }) => dongPerHour === value) ?? null;
}

/** The version costs are reckoned with on a day: the newest of those in use then. */
export function wageOn<T extends Pick<WageVersion, 'version' | 'from' | 'to'>>(
  versions: readonly T[],
  day: LegalDate,
): T | null {
  return versions
    .filter(({ from, to }) => from <= day && (to === null || to >= day))
    .reduce<T | null>((newest, one) => (newest && newest.version > one.version ? newest : one), null);
}

/** How a version of a wage is named where there are many. */
export const wageKey = (parameter: string, version: number): string => `${parameter} ${version}`;
