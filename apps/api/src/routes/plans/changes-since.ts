import { planChanges } from '@tinhgon/database';
import { planChangesInput, planChangesView } from '@tinhgon/rules/views/changes';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';

export const changesSince = signedIn
  .input(codeInput.extend(planChangesInput.shape))
  .output(planChangesView)
  .query(async ({ ctx, input }) =>
    found(await planChanges(ctx.db, ctx.actor, input.code, input.since, input.step)),
  );
