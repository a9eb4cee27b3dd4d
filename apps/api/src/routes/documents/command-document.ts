import { giveDocumentCommand } from '../../commands/give-document-command.ts';
import { withFreshAuthority } from '../../commands/with-fresh-authority.ts';
import { confirming } from '../../passkeys/confirming.ts';
import { signedIn } from '../../trpc.ts';
import { assertionSchema } from '@tinhgon/rules/receipt/confirmation';
import { documentCommandSchema } from '@tinhgon/rules/document/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { codeInput } from '../code-input.ts';

export const commandDocument = signedIn
  .input(codeInput.extend({ command: documentCommandSchema, confirmation: assertionSchema.optional() }))
  .output(commandAnswer)
  .mutation(async ({ ctx, input: { code, command, confirmation } }) => {
    const confirmed = await confirming(ctx, `document/${code}`, command, confirmation);
    return await withFreshAuthority(ctx, (actor) => giveDocumentCommand(confirmed, actor, code, command));
  });
