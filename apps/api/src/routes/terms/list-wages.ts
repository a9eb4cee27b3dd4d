import { listWages as list } from '@tinhgon/database/queries/terms/wages';
import { dayOf } from '@tinhgon/rules/days';
import { wageView } from '@tinhgon/rules/views/terms';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';

/** What an hour of work is worth: every version, with its sources. */
export const listWages = signedIn
  .output(z.array(wageView))
  .query(({ ctx }) => list(ctx.db, dayOf(new Date().toISOString())));
