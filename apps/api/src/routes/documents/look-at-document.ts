import { lookAt } from '@tinhgon/database/at-work/read-marks';
import { lookAnswer, lookInput } from '@tinhgon/rules/views/changes';
import { standingOf } from '../../commands/subject-state.ts';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';

/** The reader's own mark: how far they have read. */
export const lookAtDocument = signedIn
  .input(codeInput.extend(lookInput.shape))
  .output(lookAnswer)
  .mutation(async ({ ctx, input: { code, seq } }) => {
    const { state } = await standingOf(ctx, 'document', code);
    const upTo = Math.min(seq ?? state.seq, state.seq);
    const now = new Date().toISOString();
    return { since: await lookAt(ctx.db, ctx.actor.id, `document/${code}`, upTo, now) };
  });
