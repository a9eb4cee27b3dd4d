import { getConsultations as get } from '@tinhgon/database/queries/consultation/get-consultations';
import { consultationsView } from '@tinhgon/rules/views/consultation';
import { signedIn } from '../../trpc.ts';
import { today } from '../as-at.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';

/** Counts are everybody's; who said what is for those who may read the draft. */
export const getConsultations = signedIn
  .input(codeInput)
  .output(consultationsView)
  .query(async ({ ctx, input }) => found(await get(ctx.db, ctx.actor, input.code, today())).view);
