import { proposeBaseline as propose } from '@tinhgon/database';
import { proposeBaselineSchema } from '@tinhgon/rules/views/catalogue';
import { z } from 'zod';
import { checkProcedures, checkProgrammeEver } from '../../commands/references.ts';
import { Refusal } from '../../errors/refusal.ts';
import { keepsRecord, stampOf } from '../catalogue/keeping.ts';

export const baselineProposed = z.object({
  id: z.string(),
  /** The first set of a programme holds at once; others wait for a second person. */
  holds: z.boolean(),
});

export const proposeBaseline = keepsRecord
  .input(proposeBaselineSchema)
  .output(baselineProposed)
  .mutation(async ({ ctx, input }) => {
    await checkProgrammeEver(ctx.db, input.programme);
    await checkProcedures(
      ctx.db,
      Object.entries(input.members).flatMap(([list, codes]) =>
        codes.map((code, index) => ({ code, field: `members.${list}.${index}` })),
      ),
    );
    const answer = await propose(ctx.db, input, stampOf(ctx.actor));
    if ('rejection' in answer) throw new Refusal(answer.rejection);
    return answer;
  });
