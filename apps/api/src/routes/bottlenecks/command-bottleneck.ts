import { bottleneckCommandSchema } from '@tinhgon/rules/bottleneck/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { giveBottleneckCommand } from '../../commands/give-bottleneck-command.ts';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';

export const commandBottleneck = signedIn
  .input(codeInput.extend({ command: bottleneckCommandSchema }))
  .output(commandAnswer)
  .mutation(({ ctx, input }) => giveBottleneckCommand(ctx, ctx.actor, input.code, input.command));
