import { giveDocumentCommand } from '../../commands/give-document-command.ts';
import { withFreshAuthority } from '../../commands/with-fresh-authority.ts';
import { signedIn } from '../../trpc.ts';
import { documentCommandSchema } from '@tinhgon/rules/document/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { codeInput } from '../code-input.ts';

export const commandDocument = signedIn
  .input(codeInput.extend({ command: documentCommandSchema }))
  .output(commandAnswer)
  .mutation(({ ctx, input }) =>
    withFreshAuthority(ctx, (actor) => giveDocumentCommand(ctx, actor, input.code, input.command)),
  );
