import { removePasskeys } from '@tinhgon/database/at-work/passkeys';
import { passkeysView, removePasskeyInput } from '@tinhgon/rules/views/passkey';
import { checkProof } from '../../../passkeys/own-change.ts';
import { signedIn } from '../../../trpc.ts';
import { ownPasskeys } from './list-passkeys.ts';

/** Takes one of the caller's passkeys out of use. What it confirmed stays confirmed. */
export const removePasskey = signedIn
  .input(removePasskeyInput)
  .output(passkeysView)
  .mutation(async ({ ctx, input: { id, proof } }) => {
    await checkProof(ctx, proof);
    const at = new Date().toISOString();
    await removePasskeys(ctx.db, ctx.actor.id, id, { id: ctx.actor.id, at });
    ctx.people.forgetAll();
    return await ownPasskeys(ctx);
  });
