import { raiseBottleneckSchema } from '@tinhgon/rules/bottleneck/command';
import { commandIdSchema } from '@tinhgon/rules/command-envelope';
import { startAnswer } from '@tinhgon/rules/views/feed';
import { raiseBottleneck as raise } from '../../commands/raise-bottleneck.ts';
import { signedIn } from '../../trpc.ts';

export const raiseBottleneck = signedIn
  .input(raiseBottleneckSchema.extend({ commandId: commandIdSchema }))
  .output(startAnswer)
  .mutation(({ ctx, input }) => raise(ctx, ctx.actor, input));
