import { givePlanCommand } from '../../commands/give-plan-command.ts';
import { withFreshAuthority } from '../../commands/with-fresh-authority.ts';
import { signedIn } from '../../trpc.ts';
import { planCommandSchema } from '@tinhgon/rules/plan/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { codeInput } from '../code-input.ts';

export const commandPlan = signedIn
  .input(codeInput.extend({ command: planCommandSchema }))
  .output(commandAnswer)
  .mutation(({ ctx, input }) =>
    withFreshAuthority(ctx, (actor) => givePlanCommand(ctx, actor, input.code, input.command)),
  );
