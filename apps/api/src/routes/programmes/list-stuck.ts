import { stuck } from '@tinhgon/database/queries/programmes/stuck';
import { readOn } from '../as-at.ts';
import { signedIn } from '../../trpc.ts';
import { stuckView } from '@tinhgon/rules/views/totals';
import { codeInput } from '../code-input.ts';

/** A wall shows the worst; the inbox and the lists show the rest. */
const MOST = 50;

export const listStuck = signedIn
  .input(codeInput)
  .output(stuckView)
  .query(async ({ ctx, input }) =>
    stuck(ctx.db, ctx.actor, {
      programme: input.code,
      ...(await readOn(ctx.db)),
      limit: MOST,
    }),
  );
