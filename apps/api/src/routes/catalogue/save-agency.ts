import { saveAgency as save } from '@tinhgon/database';
import { checkAgenciesEver } from '../../commands/references.ts';
import { checkDates, keepsCatalogue, stampOf } from './keeping.ts';
import { agencySchema } from '@tinhgon/rules/views/catalogue';

export const saveAgency = keepsCatalogue
  .input(agencySchema)
  .output(agencySchema)
  .mutation(async ({ ctx, input }) => {
    checkDates(input);
    const named = (['parent', 'successor'] as const).flatMap((field) => {
      const code = input[field];
      return code === null ? [] : [{ code, field }];
    });
    await checkAgenciesEver(ctx.db, named);
    await save(ctx.db, input, stampOf(ctx.actor));
    ctx.people.forgetAll();
    return input;
  });
