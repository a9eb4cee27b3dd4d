import { openInspectionSchema } from '@tinhgon/rules/inspection/command';
import { commandIdSchema } from '@tinhgon/rules/command-envelope';
import { startAnswer } from '@tinhgon/rules/views/feed';
import { openInspection as open } from '../../commands/open-inspection.ts';
import { signedIn } from '../../trpc.ts';

export const openInspection = signedIn
  .input(openInspectionSchema.extend({ commandId: commandIdSchema }))
  .output(startAnswer)
  .mutation(({ ctx, input }) => open(ctx, ctx.actor, input));
