import { saveChain as save } from '@tinhgon/database';
import { chainInputSchema, defaultChain, objectionToChain } from '@tinhgon/rules/chain-version';
import { z } from 'zod';
import { Refusal, refuse } from '../../errors/refusal.ts';
import { checkDates, keepsCatalogue, stampOf } from '../catalogue/keeping.ts';
import { orStale } from './keeping.ts';

/** Enters the next version of a chain. What runs keeps the chain it began under. */
export const saveChain = keepsCatalogue
  .input(chainInputSchema)
  .output(z.object({ id: z.string(), version: z.int() }))
  .mutation(async ({ ctx, input }) => {
    if (!defaultChain(input.id)) throw refuse('NOT_FOUND', { field: 'id' });
    checkDates(input);
    const objection = objectionToChain(input.id, input.steps);
    if (objection) throw new Refusal(objection);
    return await save(ctx.db, input, stampOf(ctx.actor)).catch(orStale);
  });
