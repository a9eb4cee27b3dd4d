import { newestCalendar } from '@tinhgon/database/queries/terms/calendars';
import { previewReplan } from '@tinhgon/database/queries/terms/preview-replan';
import {
  calendarChanges,
  calendarInputSchema,
  objectionToCalendar,
  workingCalendar,
} from '@tinhgon/rules/calendar-version';
import { calendarPreview } from '@tinhgon/rules/views/terms';
import { Refusal } from '../../errors/refusal.ts';
import { keepsCatalogue } from '../catalogue/keeping.ts';
import { previewOf } from './preview-of.ts';

/** Which days and which open clocks would change. Changes nothing, but takes many days: a mutation, so that they travel in the body. */
export const previewCalendar = keepsCatalogue
  .input(calendarInputSchema.pick({ days: true }))
  .output(calendarPreview)
  .mutation(async ({ ctx, input }) => {
    const newest = await newestCalendar(ctx.db);
    const { days } = input;
    const objection = objectionToCalendar(days);
    if (objection) throw new Refusal(objection);
    const calendar = workingCalendar({ version: newest.version + 1, days });
    const preview = await previewReplan(ctx.db, { calendar }, new Date().toISOString());
    return { changes: calendarChanges(newest.days, days), clocks: previewOf(preview) };
  });
