import { saveFunctionSeat as save } from '@tinhgon/database';
import { functionSeatSchema } from '@tinhgon/rules/views/terms';
import { checkAgencies } from '../../commands/references.ts';
import { checkDates, keepsCatalogue, stampOf } from '../catalogue/keeping.ts';

/** Says which agency a function belongs to from a day on. */
export const saveFunctionSeat = keepsCatalogue
  .input(functionSeatSchema)
  .output(functionSeatSchema)
  .mutation(async ({ ctx, input }) => {
    checkDates(input);
    await checkAgencies(ctx.db, [{ code: input.agency, field: 'agency' }], input.from);
    return await save(ctx.db, input, stampOf(ctx.actor));
  });
