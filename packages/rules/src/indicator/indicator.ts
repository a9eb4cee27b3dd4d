import { z } from 'zod';
import { codeSchema, nameText, REASON_MAX, requiredText, text } from '../text.ts';
import { UNITS_OF_MEASURE } from './amount.ts';
import { PERIOD_KINDS, periodSchema } from './period.ts';

/** All agencies of a kind together, where nothing finer is known. */
export const INDICATOR_GROUPS = ['national', 'ministries', 'localities'] as const;
export type IndicatorGroup = (typeof INDICATOR_GROUPS)[number];

export const BETTER = ['higher', 'lower'] as const;
export type Better = (typeof BETTER)[number];

export const indicatorSchema = z.strictObject({
  code: codeSchema,
  programme: codeSchema,
  nameVi: nameText,
  nameEn: nameText.nullable().default(null),
  unit: z.enum(UNITS_OF_MEASURE),
  /** What is counted: documents, dossiers. */
  countedVi: text(100).default(''),
  countedEn: text(100).default(''),
  period: z.enum(PERIOD_KINDS),
  /** Which way the target is reached. */
  better: z.enum(BETTER),
});
/** `version` grows with each change of what the indicator says. */
export type Indicator = z.infer<typeof indicatorSchema> & { readonly version: number };

/** The newest version its author saw, 0 for what is new; another one meanwhile is STALE_VERSION. */
const basedOn = z.int().min(0).default(0);
/** Needed for whatever changes what was recorded. */
const reason = text(REASON_MAX).default('');

export const indicatorInputSchema = indicatorSchema.extend({ basedOn, reason });
export type IndicatorInput = z.infer<typeof indicatorInputSchema>;

export const ENTRY_KINDS = ['value', 'target'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Whose figure it is: that of one agency, or of a group. */
export interface Whose {
  readonly agency: string | null;
  readonly group: IndicatorGroup | null;
}
export const whoseFields = {
  agency: codeSchema.nullable().default(null),
  group: z.enum(INDICATOR_GROUPS).nullable().default(null),
} as const;
export const isWhole = ({ agency, group }: Whose): boolean => (agency === null) !== (group === null);

/** A figure of one period: what was reached, or what was to be reached. */
export const entryInputSchema = z
  .strictObject({
    kind: z.enum(ENTRY_KINDS).default('value'),
    period: periodSchema,
    ...whoseFields,
    /** In per cent with two decimals at most, or a count. Null takes a figure away that was wrong altogether. */
    amount: z.number().nullable(),
    /** For counts out of a whole: 30 of 51 tasks, rank 22 of 63. */
    outOf: z.int().min(1).max(1_000_000_000_000).nullable().default(null),
    source: requiredText(500),
    basedOn,
    reason,
  })
  .refine(isWhole, { path: ['agency'], message: 'INVALID_INPUT' });
export type EntryInput = z.infer<typeof entryInputSchema>;

/** A figure as it is kept: in hundredths of a per cent, or as a count. */
export interface IndicatorEntry extends Whose {
  readonly indicator: string;
  readonly kind: EntryKind;
  readonly period: string;
  readonly version: number;
  readonly value: number | null;
  readonly outOf: number | null;
  readonly source: string;
}
