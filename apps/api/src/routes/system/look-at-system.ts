import { mayWatchSystem } from '@tinhgon/rules/policy';
import { systemView } from '@tinhgon/rules/views/system';
import { refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';

/** How the installation does now. Administrators alone: it names workers and machines. */
export const lookAtSystem = signedIn.output(systemView).query(async ({ ctx }) => {
  if (!mayWatchSystem(ctx.actor)) throw refuse('FORBIDDEN');
  return await ctx.system.look();
});
