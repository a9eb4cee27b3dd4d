import { inspectionCommandSchema } from '@tinhgon/rules/inspection/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { giveInspectionCommand } from '../../commands/give-inspection-command.ts';
import { withFreshAuthority } from '../../commands/with-fresh-authority.ts';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';

export const commandInspection = signedIn
  .input(codeInput.extend({ command: inspectionCommandSchema }))
  .output(commandAnswer)
  .mutation(({ ctx, input }) =>
    withFreshAuthority(ctx, (actor) => giveInspectionCommand(ctx, actor, input.code, input.command)),
  );
