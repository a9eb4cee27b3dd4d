import { maySeePlan } from '@tinhgon/database';
import { listEscalations as list } from '@tinhgon/database/queries/notifications/list-escalations';
import { escalationInput, escalationList } from '@tinhgon/rules/views/notification';
import { refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';

/** For whoever sees the plan; the steps of documents are everyone's. */
export const listEscalations = signedIn
  .input(escalationInput)
  .output(escalationList)
  .query(async ({ ctx, input: { subject, code } }) => {
    if (subject === 'plan' && !(await maySeePlan(ctx.db, ctx.actor, code))) throw refuse('NOT_FOUND');
    return list(ctx.db, `${subject}/${code}`);
  });
