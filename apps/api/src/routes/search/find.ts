import { findAnything } from '@tinhgon/database/queries/search/find-anything';
import { searchInput, searchView } from '@tinhgon/rules/views/catalogue';
import { signedIn } from '../../trpc.ts';

export const find = signedIn
  .input(searchInput.strict())
  .output(searchView)
  .query(({ ctx, input }) => findAnything(ctx.db, ctx.actor, input));
