import { endAssignment as end, NoSuchRow } from '@tinhgon/database';
import { refuse } from '../../errors/refusal.ts';
import { keepsCatalogue, stampOf } from './keeping.ts';
import { legalDateSchema } from '@tinhgon/rules/days';
import { assignmentSchema } from '@tinhgon/rules/views/catalogue';
import { z } from 'zod';

export const endAssignment = keepsCatalogue
  .input(z.strictObject({ id: z.uuid(), to: legalDateSchema }))
  .output(assignmentSchema)
  .mutation(async ({ ctx, input }) => {
    const assignment = await end(ctx.db, input, stampOf(ctx.actor)).catch((error: unknown) => {
      throw error instanceof NoSuchRow ? refuse('NOT_FOUND', { field: 'id' }) : error;
    });
    ctx.people.forgetAll();
    return assignment;
  });
