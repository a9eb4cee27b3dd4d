import { readFeed } from '@tinhgon/database';
import { feedPage } from '@tinhgon/rules/views/feed';
import { signedIn } from '../../trpc.ts';
import { feedInput } from './feed-input.ts';

export const listEvents = signedIn
  .input(feedInput)
  .output(feedPage)
  .query(({ ctx, input }) => readFeed(ctx.db, ctx.actor, input));
