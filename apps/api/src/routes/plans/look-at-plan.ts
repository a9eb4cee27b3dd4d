import { lookAt } from '@tinhgon/database/at-work/read-marks';
import { lookAnswer, lookInput } from '@tinhgon/rules/views/changes';
import { visiblePlan } from '../../commands/subject-state.ts';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';

/** The reader's own mark: how far they have read. */
export const lookAtPlan = signedIn
  .input(codeInput.extend(lookInput.shape))
  .output(lookAnswer)
  .mutation(async ({ ctx, input: { code, seq } }) => {
    const { state } = await visiblePlan(ctx, ctx.actor, code);
    const upTo = Math.min(seq ?? state.seq, state.seq);
    return {
      since: await lookAt(ctx.db, ctx.actor.id, `plan/${code}`, upTo, new Date().toISOString()),
    };
  });
