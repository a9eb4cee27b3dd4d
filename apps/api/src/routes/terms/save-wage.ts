import { saveWage as save } from '@tinhgon/database';
import { wageInputSchema, wageSourceSchema } from '@tinhgon/rules/cost/wage';
import { z } from 'zod';
import { checkDates, keepsCatalogue, stampOf } from '../catalogue/keeping.ts';
import { orStale } from './keeping.ts';

export const wageSaved = z.object({ code: z.string(), version: z.int(), taken: wageSourceSchema });

/** Enters the next version of a wage, or a new one. What was reckoned keeps the version it names. */
export const saveWage = keepsCatalogue
  .input(wageInputSchema)
  .output(wageSaved)
  .mutation(async ({ ctx, input }) => {
    checkDates(input);
    return await save(ctx.db, input, stampOf(ctx.actor)).catch(orStale);
  });
