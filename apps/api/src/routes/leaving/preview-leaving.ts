import { leavingChoices } from '@tinhgon/rules/leaving';
import { leavingView } from '@tinhgon/rules/views/leaving';
import { previewLeaving as preview } from '../../leaving/preview-leaving.ts';
import { signedIn } from '../../trpc.ts';
import { personInput } from './person-input.ts';

export const previewLeaving = signedIn
  .input(personInput.extend({ choices: leavingChoices }))
  .output(leavingView)
  .query(({ ctx, input }) => preview(ctx, ctx.actor, input.id, input.choices));
