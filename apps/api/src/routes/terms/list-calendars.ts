import { listCalendars as list } from '@tinhgon/database/queries/terms/calendars';
import { calendarView } from '@tinhgon/rules/views/terms';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';

/** All versions of the working calendar, newest first. */
export const listCalendars = signedIn.output(z.array(calendarView)).query(({ ctx }) => list(ctx.db));
