import { commandIdSchema } from '@tinhgon/rules/command-envelope';
import { beginDocument } from '../../commands/begin-document.ts';
import { withFreshAuthority } from '../../commands/with-fresh-authority.ts';
import { signedIn } from '../../trpc.ts';
import { startDocumentSchema } from '@tinhgon/rules/content';
import { startAnswer } from '@tinhgon/rules/views/feed';

export const startDocument = signedIn
  .input(startDocumentSchema.extend({ commandId: commandIdSchema }))
  .output(startAnswer)
  .mutation(({ ctx, input }) => withFreshAuthority(ctx, (actor) => beginDocument(ctx, actor, input)));
