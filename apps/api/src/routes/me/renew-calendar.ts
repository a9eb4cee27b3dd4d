import { renewCalendarFeed } from '@tinhgon/database/at-work/calendar-feeds';
import { calendarAddress } from '@tinhgon/rules/views/notification';
import { hashOfSecret, newSecret } from '../../calendar/secret.ts';
import { signedIn } from '../../trpc.ts';

/** A new address of the person's calendar; an earlier one leads nowhere from now on. */
export const renewCalendar = signedIn.output(calendarAddress).mutation(async ({ ctx }) => {
  const secret = newSecret();
  await renewCalendarFeed(ctx.db, ctx.actor.id, hashOfSecret(secret), new Date().toISOString());
  return { url: `${ctx.deployment.publicUrl}/calendar/${secret}.ics` };
});
