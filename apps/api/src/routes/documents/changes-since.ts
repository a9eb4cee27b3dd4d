import { documentChanges } from '@tinhgon/database';
import { changesInput, documentChangesView } from '@tinhgon/rules/views/changes';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';

/** For those who read what is drafted; for others there is nothing to compare. */
export const documentChangesSince = signedIn
  .input(codeInput.extend(changesInput.shape))
  .output(documentChangesView)
  .query(async ({ ctx, input }) => found(await documentChanges(ctx.db, ctx.actor, input.code, input.since)));
