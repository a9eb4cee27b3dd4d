import { saveCalendar as save } from '@tinhgon/database';
import { calendarInputSchema, objectionToCalendar } from '@tinhgon/rules/calendar-version';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { keepsCatalogue, stampOf } from '../catalogue/keeping.ts';
import { orStale } from './keeping.ts';

/** Enters the next version of the working calendar. Open clocks go by it once an operation has re-planned them. */
export const saveCalendar = keepsCatalogue
  .input(calendarInputSchema)
  .output(z.object({ version: z.int() }))
  .mutation(async ({ ctx, input }) => {
    const objection = objectionToCalendar(input.days);
    if (objection) throw new Refusal(objection);
    const { version } = await save(ctx.db, input, stampOf(ctx.actor)).catch(orStale);
    return { version };
  });
