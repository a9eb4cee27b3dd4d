import { giveDocumentCommand } from '../../commands/give-document-command.ts';
import { signedIn } from '../../trpc.ts';
import { documentCommandSchema } from '@tinhgon/rules/document/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { codeInput } from '../code-input.ts';

export const commandDocument = signedIn
  .input(codeInput.extend({ command: documentCommandSchema }))
  .output(commandAnswer)
  .mutation(({ ctx, input }) => giveDocumentCommand(ctx, ctx.actor, input.code, input.command));
