import { getPersonalData } from '@tinhgon/database/queries/personal/personal-data';
import { personalData } from '@tinhgon/rules/views/personal-data';
import { signedIn } from '../../trpc.ts';
import { found } from '../found.ts';

/** What is kept about the caller, and about nobody else. */
export const getMyData = signedIn
  .output(personalData)
  .query(async ({ ctx }) => found(await getPersonalData(ctx.db, ctx.actor.id, new Date().toISOString())));
