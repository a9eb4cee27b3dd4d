import { personById, savePerson as save, SubjectTaken } from '@tinhgon/database';
import { objectionToAppointing } from '@tinhgon/rules/appointing';
import { checkAgenciesEver } from '../../commands/references.ts';
import { Refusal, refuse } from '../../errors/refusal.ts';
import { keepsCatalogue, stampOf } from './keeping.ts';
import { personSchema } from '@tinhgon/rules/views/catalogue';

export const savePerson = keepsCatalogue
  .input(personSchema)
  .output(personSchema)
  .mutation(async ({ ctx, input }) => {
    await checkAgenciesEver(ctx.db, [{ code: input.agency, field: 'agency' }]);
    const before = await personById(ctx.db, input.id);
    const objection = objectionToAppointing(ctx.actor, before, input);
    if (objection) throw new Refusal(objection);
    const person = await save(ctx.db, input, stampOf(ctx.actor)).catch((error: unknown) => {
      throw error instanceof SubjectTaken ? refuse('CODE_TAKEN', { field: 'subject' }) : error;
    });
    ctx.people.forgetAll();
    return person;
  });
