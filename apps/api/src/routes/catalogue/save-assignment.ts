import { assignmentById, NoSuchPerson, saveAssignment as save } from '@tinhgon/database';
import { objectionToAssigning } from '@tinhgon/rules/appointing';
import { checkAgenciesEver } from '../../commands/references.ts';
import { Refusal, refuse } from '../../errors/refusal.ts';
import { checkDates, keepsCatalogue, stampOf } from './keeping.ts';
import { assignmentSchema } from '@tinhgon/rules/views/catalogue';

export const saveAssignment = keepsCatalogue
  .input(assignmentSchema)
  .output(assignmentSchema)
  .mutation(async ({ ctx, input }) => {
    checkDates(input);
    if (input.agency !== null) await checkAgenciesEver(ctx.db, [{ code: input.agency, field: 'agency' }]);
    const objection = objectionToAssigning(ctx.actor, await assignmentById(ctx.db, input.id), input);
    if (objection) throw new Refusal(objection);
    const assignment = await save(ctx.db, input, stampOf(ctx.actor)).catch((error: unknown) => {
      throw error instanceof NoSuchPerson ? refuse('UNKNOWN_PERSON', { field: 'personId' }) : error;
    });
    ctx.people.forgetAll();
    return assignment;
  });
