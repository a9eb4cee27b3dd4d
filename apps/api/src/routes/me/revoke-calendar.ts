import { revokeCalendarFeed } from '@tinhgon/database/at-work/calendar-feeds';
import { signedIn } from '../../trpc.ts';

export const revokeCalendar = signedIn.mutation(async ({ ctx }) => {
  await revokeCalendarFeed(ctx.db, ctx.actor.id);
});
