import { z } from 'zod';
import { UNITS_OF_MEASURE } from '../indicator/amount.ts';
import { BETTER, INDICATOR_GROUPS } from '../indicator/indicator.ts';
import { PERIOD_KINDS, periodSchema } from '../indicator/period.ts';
import { codeSchema } from '../text.ts';
import { agencyRef, localName } from './common.ts';
import { totalsInput } from './totals.ts';

/** Of one agency or of a group: exactly one of the two is there. */
const whoseView = { agency: agencyRef.nullable(), group: z.enum(INDICATOR_GROUPS).nullable() };
export type WhoseView = z.infer<z.ZodObject<typeof whoseView>>;

/** Amounts are per cents with two decimals or counts. `null` was taken away. */
const said = z.object({
  amount: z.number().nullable(),
  outOf: z.int().nullable(),
  source: z.string(),
  version: z.int(),
  at: z.string(),
  by: z.string(),
  /** Why it is another than before. */
  reason: z.string(),
});
/** A figure as it stands, and what it was before, newest first. */
export const entryView = said.extend({ earlier: z.array(said) });
export type EntryView = z.infer<typeof entryView>;

const head = z.object({
  code: z.string(),
  programme: z.string(),
  name: localName,
  unit: z.enum(UNITS_OF_MEASURE),
  /** What is counted; empty for per cents. */
  counted: localName,
  period: z.enum(PERIOD_KINDS),
  better: z.enum(BETTER),
  version: z.int(),
});
export type IndicatorHead = z.infer<typeof head>;

const point = z.object({
  period: z.string(),
  amount: z.number(),
  outOf: z.int().nullable(),
  target: z.number().nullable(),
  reached: z.boolean().nullable(),
});
export type IndicatorPoint = z.infer<typeof point>;

export const indicatorListInput = totalsInput.extend({ programme: codeSchema });

/** Indicators of a programme by name, each with the course of its groups, or of the agencies where it has none. */
export const indicatorList = z.object({
  programme: z.string(),
  asAt: z.string(),
  knownAt: z.string(),
  /** Whether the reader enters every figure. */
  mayEnter: z.boolean(),
  /** Agencies whose own values the reader enters otherwise. */
  mayEnterFor: z.array(z.string()),
  items: z.array(
    head.extend({
      /** Oldest period first, twelve at most. */
      series: z.array(z.object({ ...whoseView, points: z.array(point) })),
      /** Agencies that have figures and are not among the series. */
      others: z.int(),
    }),
  ),
});
export type IndicatorList = z.infer<typeof indicatorList>;
export type IndicatorItem = IndicatorList['items'][number];

export const indicatorInput = totalsInput.extend({
  code: codeSchema,
  /** Whose course over time; the widest group that has figures when left out. */
  agency: codeSchema.optional(),
  group: z.enum(INDICATOR_GROUPS).optional(),
  /** The period agencies are compared in; the newest that has values when left out. */
  period: periodSchema.optional(),
});

const compared = z.object({
  ...whoseView,
  amount: z.number(),
  outOf: z.int().nullable(),
  target: z.number().nullable(),
  /** The target is that of its group. */
  targetOfGroup: z.boolean(),
  reached: z.boolean().nullable(),
  source: z.string(),
});
export type ComparedAgency = z.infer<typeof compared>;

export const indicatorView = head.extend({
  asAt: z.string(),
  knownAt: z.string(),
  /** Whether the reader enters every figure. */
  mayEnter: z.boolean(),
  /** Agencies whose own values the reader enters otherwise. */
  mayEnterFor: z.array(z.string()),
  /** Once it has figures, its unit and periods stay. */
  hasFigures: z.boolean(),
  /** Whoever has figures: groups first, then agencies by name. */
  subjects: z.array(z.object(whoseView)),
  /** Whose course `rows` tells; null while there are no figures. */
  chosen: z.object(whoseView).nullable(),
  /** Newest period first. */
  rows: z.array(
    z.object({
      period: z.string(),
      /** The period is not over yet. */
      running: z.boolean(),
      value: entryView.nullable(),
      target: entryView.nullable(),
      /** What the value is held against: the target above, or that of the agency's group. */
      heldAgainst: z.number().nullable(),
      reached: z.boolean().nullable(),
    }),
  ),
  /** Periods that have values, newest first. */
  periods: z.array(z.string()),
  comparedIn: z.string().nullable(),
  /** Figures of groups in that period. */
  groups: z.array(compared),
  /** Agencies in it, the best first. */
  agencies: z.array(compared),
});
export type IndicatorView = z.infer<typeof indicatorView>;

export const indicatorSaved = z.object({ code: z.string(), version: z.int() });
export const entrySaved = z.object({ version: z.int() });
