import { listNotifications as list } from '@tinhgon/database/queries/notifications/list-notifications';
import { notificationInput, notificationPage } from '@tinhgon/rules/views/notification';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { paged } from '../paged.ts';

export const listNotifications = signedIn
  .input(paged(notificationInput))
  .output(notificationPage)
  .query(async ({ ctx, input }) => list(ctx.db, ctx.actor, input, await readOn(ctx.db)));
