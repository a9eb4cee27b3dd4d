import { graph } from '@tinhgon/database/queries/dependencies/graph';
import { graphInput, graphView } from '@tinhgon/rules/views/dependencies';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { found } from '../found.ts';

export const getGraph = signedIn
  .input(graphInput)
  .output(graphView)
  .query(async ({ ctx, input }) => found(await graph(ctx.db, ctx.actor, input, await readOn(ctx.db))));
