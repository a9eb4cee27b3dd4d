import { savePerson as save, SubjectTaken } from '@tinhgon/database';
import { checkAgenciesEver } from '../../commands/references.ts';
import { refuse } from '../../errors/refusal.ts';
import { keepsCatalogue, stampOf } from './keeping.ts';
import { personSchema } from '@tinhgon/rules/views/catalogue';

export const savePerson = keepsCatalogue
  .input(personSchema)
  .output(personSchema)
  .mutation(async ({ ctx, input }) => {
    await checkAgenciesEver(ctx.db, [{ code: input.agency, field: 'agency' }]);
    const person = await save(ctx.db, input, stampOf(ctx.actor)).catch((error: unknown) => {
      throw error instanceof SubjectTaken ? refuse('CODE_TAKEN', { field: 'subject' }) : error;
    });
    ctx.people.forgetAll();
    return person;
  });
