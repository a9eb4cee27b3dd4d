import { z } from 'zod';
import { BASES } from '../forecast/groups.ts';
import { whatIfSchema } from '../forecast/what-if.ts';
import { agencyRef, page } from './common.ts';
import { totalsInput } from './totals.ts';

/** `asAt` is the day the forecast is made on, from what had been recorded by its end. */
export const forecastInput = totalsInput.extend({
  /** The same seed draws the same numbers, and gives the same answer. */
  seed: z.coerce.number().int().min(0).max(2_147_483_647).default(1),
  whatIfs: z.array(whatIfSchema).max(10).default([]),
});

export const forecastWorkInput = forecastInput.extend({
  /** Lead agency. */
  ministry: z.string().max(60).optional(),
  /** This document alone. */
  document: z.string().max(200).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The day that is not exceeded in 50, 85 and 95 of 100 runs, and the range of the middle 85. */
const dates = z.object({ 50: z.string(), 85: z.string(), 95: z.string(), from: z.string(), to: z.string() });

const days = { asAt: z.string(), knownAt: z.string(), seed: z.int(), runs: z.int() };

/** What a forecast is of: a document, or a plan that has none yet. `title` is null where the reader may not see the plan. */
const work = {
  subject: z.enum(['plan', 'document']),
  code: z.string().nullable(),
  title: z.string().nullable(),
  ministry: agencyRef,
};

export const forecastView = z.object({
  ...days,
  counted: z.int(),
  baseline: z.int(),
  /** Procedures that wait for open work, or for the day a document comes into force. */
  inWork: z.int(),
  /** Procedures nothing is under way for: with one of them 100 % is never reached. */
  withoutWork: z.int(),
  /** When all that is in work counts; null with nothing in work. */
  allWork: dates.nullable(),
  targets: z.array(
    z.object({
      percent: z.number(),
      needed: z.int(),
      reached: z.enum(['today', 'ahead', 'not-by-this-work']),
      dates: dates.nullable(),
    }),
  ),
  /** What counts at each month's end in at least 50, 85 and 95 of 100 runs. */
  fan: z.array(z.object({ month: z.string(), 50: z.int(), 85: z.int(), 95: z.int() })),
  /** The ten that move the day of `allWork` most. */
  critical: z.array(
    z.object({
      ...work,
      /** In how many of 100 runs nothing is later. */
      lastPercent: z.number(),
      /** Days by which the 85 % day comes nearer if it were done today. */
      daysGained: z.int(),
    }),
  ),
  /** Open work by what the weakest founded of its steps rests on. */
  bases: z.array(z.object({ basis: z.enum(BASES), work: z.int() })),
});
export type ForecastView = z.infer<typeof forecastView>;

export const forecastLine = z.object({
  ...work,
  code: z.string(),
  title: z.string(),
  step: z.string(),
  procedures: z.int(),
  dates,
  basis: z.enum(BASES),
  /** It has stood at its step longer than any that was seen. */
  beyond: z.boolean(),
});
export type ForecastLine = z.infer<typeof forecastLine>;
/** When a document will count, by a forecast of the last minute; null where it is not at work, or counts already. */
export const expectedView = z
  .object({
    asAt: z.string(),
    knownAt: z.string(),
    ...forecastLine.pick({ dates: true, basis: true, beyond: true }).shape,
  })
  .nullable();

/** `hidden` counts plans the reader may not see. */
export const forecastPage = page(forecastLine).extend({ ...days, hidden: z.int() });
