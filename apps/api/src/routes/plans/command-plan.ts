import { givePlanCommand } from '../../commands/give-plan-command.ts';
import { withFreshAuthority } from '../../commands/with-fresh-authority.ts';
import { confirming } from '../../passkeys/confirming.ts';
import { signedIn } from '../../trpc.ts';
import { assertionSchema } from '@tinhgon/rules/receipt/confirmation';
import { planCommandSchema } from '@tinhgon/rules/plan/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { codeInput } from '../code-input.ts';

export const commandPlan = signedIn
  .input(codeInput.extend({ command: planCommandSchema, confirmation: assertionSchema.optional() }))
  .output(commandAnswer)
  .mutation(async ({ ctx, input: { code, command, confirmation } }) => {
    const confirmed = await confirming(ctx, `plan/${code}`, command, confirmation);
    return await withFreshAuthority(ctx, (actor) => givePlanCommand(confirmed, actor, code, command));
  });
