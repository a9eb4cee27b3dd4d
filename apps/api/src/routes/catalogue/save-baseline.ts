import { saveBaseline as save } from '@tinhgon/database';
import { checkProcedures, checkProgrammeEver } from '../../commands/references.ts';
import { keepsRecord, stampOf } from './keeping.ts';
import { baselineSchema } from '@tinhgon/rules/views/catalogue';
import { baselineView } from '@tinhgon/rules/views/totals';

export const saveBaseline = keepsRecord
  .input(baselineSchema)
  .output(baselineView)
  .mutation(async ({ ctx, input }) => {
    await checkProgrammeEver(ctx.db, input.programme);
    await checkProcedures(
      ctx.db,
      input.procedureCodes.map((code, index) => ({ code, field: `procedureCodes.${index}` })),
    );
    return await save(ctx.db, input, stampOf(ctx.actor));
  });
