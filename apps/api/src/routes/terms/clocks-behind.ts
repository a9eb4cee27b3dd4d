import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import { previewReplan } from '@tinhgon/database/queries/terms/preview-replan';
import { replanPreview } from '@tinhgon/rules/views/terms';
import { keepsCatalogue } from '../catalogue/keeping.ts';
import { previewOf } from './preview-of.ts';

/** Open clocks that an earlier version of the calendar still sets. */
export const clocksBehind = keepsCatalogue.output(replanPreview).query(async ({ ctx }) => {
  const calendar = await currentCalendar(ctx.db);
  return previewOf(await previewReplan(ctx.db, { calendar }, new Date().toISOString()));
});
