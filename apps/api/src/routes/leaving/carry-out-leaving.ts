import { commandIdSchema } from '@tinhgon/rules/command-envelope';
import { leavingChoices } from '@tinhgon/rules/leaving';
import { operationStarted } from '@tinhgon/rules/views/operation';
import { beginLeaving } from '../../leaving/begin-leaving.ts';
import { signedIn } from '../../trpc.ts';
import { personInput } from './person-input.ts';

export const carryOutLeaving = signedIn
  .input(personInput.extend({ commandId: commandIdSchema, choices: leavingChoices }))
  .output(operationStarted)
  .mutation(({ ctx, input: { id, ...asked } }) => beginLeaving(ctx, ctx.actor, id, asked));
