import { markNotifications as mark } from '@tinhgon/database/reminders/mark-notifications';
import { markAnswer, markInput } from '@tinhgon/rules/views/notification';
import { signedIn } from '../../trpc.ts';

/** A person's own; those of others are passed over as if they were not there. */
export const markNotifications = signedIn
  .input(markInput)
  .output(markAnswer)
  .mutation(async ({ ctx, input }) => ({
    ids: await mark(ctx.db, ctx.actor.id, input, new Date().toISOString()),
  }));
