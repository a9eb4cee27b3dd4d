import { listBottlenecks as list } from '@tinhgon/database/queries/bottlenecks/list-bottlenecks';
import { bottleneckListInput, bottleneckPage } from '@tinhgon/rules/views/bottleneck';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { paged } from '../paged.ts';

export const listBottlenecks = signedIn
  .input(paged(bottleneckListInput))
  .output(bottleneckPage)
  .query(async ({ ctx, input }) => list(ctx.db, ctx.actor, input, await readOn(ctx.db, input)));
