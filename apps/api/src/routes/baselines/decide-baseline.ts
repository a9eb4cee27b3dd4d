import { confirmBaseline as confirm, decideBaseline as decide } from '@tinhgon/database';
import type { Rejection } from '@tinhgon/rules/errors';
import { reasonText } from '@tinhgon/rules/text';
import { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';
import { keepsRecord, stampOf } from '../catalogue/keeping.ts';
import { proposalId } from './get-proposal.ts';

export const decisionOnBaseline = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('approve') }),
  z.strictObject({ decision: z.literal('refuse'), reason: reasonText }),
  z.strictObject({ decision: z.literal('withdraw') }),
]);
export const baselineDecided = z.object({ done: z.literal(true) });
export const recordedBaseline = z.strictObject({ id: z.string().max(200) });

const done = (objection: Rejection | null): z.infer<typeof baselineDecided> => {
  if (objection) throw new Refusal(objection);
  return { done: true };
};

export const decideBaseline = keepsRecord
  .input(proposalId.extend({ decision: decisionOnBaseline }))
  .output(baselineDecided)
  .mutation(async ({ ctx, input }) =>
    done(
      await decide(ctx.db, { id: input.id, ...input.decision }, { ...stampOf(ctx.actor), actor: ctx.actor }),
    ),
  );

/** The second person answers for the set a programme started with. */
export const confirmBaseline = keepsRecord
  .input(recordedBaseline)
  .output(baselineDecided)
  .mutation(async ({ ctx, input }) =>
    done(await confirm(ctx.db, input, { ...stampOf(ctx.actor), actor: ctx.actor })),
  );
