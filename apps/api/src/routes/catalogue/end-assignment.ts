import { assignmentById, endAssignment as end, NoSuchRow } from '@tinhgon/database';
import { objectionToAssigning } from '@tinhgon/rules/appointing';
import { Refusal, refuse } from '../../errors/refusal.ts';
import { keepsCatalogue, stampOf } from './keeping.ts';
import { legalDateSchema } from '@tinhgon/rules/days';
import { assignmentSchema } from '@tinhgon/rules/views/catalogue';
import { z } from 'zod';

export const endAssignment = keepsCatalogue
  .input(z.strictObject({ id: z.uuid(), to: legalDateSchema }))
  .output(assignmentSchema)
  .mutation(async ({ ctx, input }) => {
    const before = await assignmentById(ctx.db, input.id);
    const objection = before && objectionToAssigning(ctx.actor, before, { ...before, to: input.to });
    if (objection) throw new Refusal(objection);
    const assignment = await end(ctx.db, input, stampOf(ctx.actor)).catch((error: unknown) => {
      throw error instanceof NoSuchRow ? refuse('NOT_FOUND', { field: 'id' }) : error;
    });
    ctx.people.forgetAll();
    return assignment;
  });
