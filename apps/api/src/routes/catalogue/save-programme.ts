import { saveProgramme as save } from '@tinhgon/database';
import { checkDates, keepsCatalogue, stampOf } from './keeping.ts';
import { programmeSchema } from '@tinhgon/rules/views/catalogue';

export const saveProgramme = keepsCatalogue
  .input(programmeSchema)
  .output(programmeSchema)
  .mutation(async ({ ctx, input }) => {
    checkDates(input);
    return await save(ctx.db, input, stampOf(ctx.actor));
  });
