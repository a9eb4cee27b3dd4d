import { saveConfirms } from '@tinhgon/database/at-work/passkeys';
import { confirmsInput, passkeysView } from '@tinhgon/rules/views/passkey';
import { refuse } from '../../../errors/refusal.ts';
import { checkProof } from '../../../passkeys/own-change.ts';
import { signedIn } from '../../../trpc.ts';
import { ownPasskeys } from './list-passkeys.ts';

/** Whether the caller's decisions need one of their passkeys. Throws NOT_FOUND while they have none. */
export const setConfirms = signedIn
  .input(confirmsInput)
  .output(passkeysView)
  .mutation(async ({ ctx, input: { confirms, proof } }) => {
    await checkProof(ctx, proof);
    if (confirms && (await ownPasskeys(ctx)).passkeys.length === 0) throw refuse('NOT_FOUND');
    await saveConfirms(ctx.db, ctx.actor.id, confirms, ctx.language);
    ctx.people.forgetAll();
    return await ownPasskeys(ctx);
  });
