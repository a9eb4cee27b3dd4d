import { paged } from '../paged.ts';
import { listInbox as list } from '@tinhgon/database/queries/inbox/list-inbox';
import { inboxInput, inboxView } from '@tinhgon/rules/views/inbox';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';

export const listInbox = signedIn
  .input(paged(inboxInput))
  .output(inboxView)
  .query(async ({ ctx, input }) => list(ctx.db, ctx.actor, input, await readOn(ctx.db)));
