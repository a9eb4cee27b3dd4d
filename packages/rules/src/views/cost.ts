import { z } from 'zod';
import { costSheetSchema } from '../cost/sheet.ts';
import { agencyRef, localName, page } from './common.ts';
import { totalsInput } from './totals.ts';

/** đồng. Whole, and exact as long as they are below 2^53; a sum of sums may one day not be. */
const dong = z.number();
const year = {
  current: dong,
  proposed: dong,
  saving: dong,
  /** Of what it costs now; null where that is nothing, below nought where more is asked. */
  percent: z.number().nullable(),
  real: dong,
  estimate: dong,
};

/** A year's cost of the procedures that have a sheet, and how many have none. */
const costSums = z.object({ procedures: z.int(), sheets: z.int(), ...year });
export type CostSums = z.infer<typeof costSums>;

/** What plans that were approved by the day asked for propose, and apart from it, what procedures that count by then save. */
export const costView = z.object({
  asAt: z.string(),
  knownAt: z.string(),
  proposed: costSums,
  counted: costSums,
  /** By the agency in charge of each procedure on the day; null gathers those without one. Parts add up to the whole. */
  byMinistry: z.array(z.object({ agency: agencyRef.nullable(), proposed: costSums, counted: costSums })),
});
export type CostView = z.infer<typeof costView>;

export const costLinesInput = totalsInput.extend({
  ministry: z.string().max(60).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});

const days = { asAt: z.string(), knownAt: z.string() };

/** A plan that was approved by the day asked for. */
export const costPlan = costSums.extend({ code: z.string(), name: z.string(), ministry: agencyRef });
export type CostPlan = z.infer<typeof costPlan>;
/** Largest saving first; `hidden` counts plans the reader may not see: they are in the sums and not in the list. */
export const costPlanPage = page(costPlan).extend({ ...days, hidden: z.int() });

/** A procedure that counts by the day asked for. */
export const costProcedure = z.object({
  code: z.string(),
  name: localName,
  ministry: agencyRef.nullable(),
  countsOn: z.string(),
  currentRun: dong,
  proposedRun: dong,
  ...year,
});
export type CostProcedure = z.infer<typeof costProcedure>;
/** Those with a sheet, largest saving first. */
export const costProcedurePage = page(costProcedure).extend(days);

/** The sheet by which a procedure counts or, until it does, of the newest approved plan the reader sees. */
export const procedureCost = z.object({
  sheet: costSheetSchema,
  /** Null where the reader may not see the plan. */
  plan: z.string().nullable(),
  counts: z.boolean(),
});
