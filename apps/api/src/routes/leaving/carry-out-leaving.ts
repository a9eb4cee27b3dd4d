import { leavingChoices } from '@tinhgon/rules/leaving';
import { leavingResult } from '@tinhgon/rules/views/leaving';
import { carryOutLeaving as carryOut } from '../../leaving/carry-out-leaving.ts';
import { signedIn } from '../../trpc.ts';
import { personInput } from './person-input.ts';

export const carryOutLeaving = signedIn
  .input(personInput.extend({ choices: leavingChoices }))
  .output(leavingResult)
  .mutation(({ ctx, input }) => carryOut(ctx, ctx.actor, input.id, input.choices));
