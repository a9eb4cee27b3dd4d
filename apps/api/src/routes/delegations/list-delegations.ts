import { delegationsOf } from '@tinhgon/database';
import { maySeeDelegationsOf } from '@tinhgon/rules/delegation';
import { delegationsInput, delegationsView } from '@tinhgon/rules/views/delegation';
import { refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';
import { today } from '../as-at.ts';
import { found } from '../found.ts';

/** Why somebody is away is theirs to tell: others' delegations are for those who keep the catalogue or audit. */
export const listDelegations = signedIn
  .input(delegationsInput)
  .output(delegationsView)
  .query(async ({ ctx, input }) => {
    const person = input.person ?? ctx.actor.id;
    if (!maySeeDelegationsOf(ctx.actor, person)) throw refuse('FORBIDDEN');
    return found(await delegationsOf(ctx.db, person, today()));
  });
