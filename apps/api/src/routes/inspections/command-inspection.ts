import { inspectionCommandSchema } from '@tinhgon/rules/inspection/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { giveInspectionCommand } from '../../commands/give-inspection-command.ts';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';

export const commandInspection = signedIn
  .input(codeInput.extend({ command: inspectionCommandSchema }))
  .output(commandAnswer)
  .mutation(({ ctx, input }) => giveInspectionCommand(ctx, ctx.actor, input.code, input.command));
