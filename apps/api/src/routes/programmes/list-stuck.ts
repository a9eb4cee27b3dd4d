import { stuck } from '@tinhgon/database/queries/programmes/stuck';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { today } from '../as-at.ts';
import { signedIn } from '../../trpc.ts';
import { stuckView } from '@tinhgon/rules/views/totals';
import { codeInput } from '../code-input.ts';

/** A wall shows the worst; the inbox and the lists show the rest. */
const MOST = 50;

export const listStuck = signedIn
  .input(codeInput)
  .output(stuckView)
  .query(({ ctx, input }) =>
    stuck(ctx.db, ctx.actor, {
      programme: input.code,
      today: today(),
      calendar: VIETNAM_CALENDAR,
      limit: MOST,
    }),
  );
