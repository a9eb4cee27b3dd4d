import { bottleneckCommandSchema } from '@tinhgon/rules/bottleneck/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { giveBottleneckCommand } from '../../commands/give-bottleneck-command.ts';
import { withFreshAuthority } from '../../commands/with-fresh-authority.ts';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';

export const commandBottleneck = signedIn
  .input(codeInput.extend({ command: bottleneckCommandSchema }))
  .output(commandAnswer)
  .mutation(({ ctx, input }) =>
    withFreshAuthority(ctx, (actor) => giveBottleneckCommand(ctx, actor, input.code, input.command)),
  );
