import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { addPasskey as add, saveConfirms } from '@tinhgon/database/at-work/passkeys';
import { addPasskeyInput, passkeysView } from '@tinhgon/rules/views/passkey';
import { refuse } from '../../../errors/refusal.ts';
import { ALGORITHMS } from '../../../passkeys/jwk-of.ts';
import {
  challengeIn,
  checkFreshSignIn,
  checkProof,
  partyOf,
  useChallenge,
} from '../../../passkeys/own-change.ts';
import { signedIn } from '../../../trpc.ts';
import { ownPasskeys } from './list-passkeys.ts';

/** Takes in a passkey the browser has made. With the first one, decisions are confirmed from then on. */
export const addPasskey = signedIn
  .input(addPasskeyInput)
  .output(passkeysView)
  .mutation(async ({ ctx, input: { name, made, proof } }) => {
    const party = partyOf(ctx);
    const { id, transports, ...response } = made;
    const challenge = challengeIn(made.clientDataJSON);
    checkFreshSignIn(ctx);
    await checkProof(ctx, proof);
    await useChallenge(ctx, challenge);
    const checked = await verifyRegistrationResponse({
      response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch((cause: unknown) => {
      const refusal = refuse('CONFIRMATION_INVALID', { field: 'made' });
      refusal.cause = cause;
      throw refusal;
    });
    if (!checked.verified) throw refuse('CONFIRMATION_INVALID', { field: 'made' });
    const { credential } = checked.registrationInfo;
    const isFirst = (await ownPasskeys(ctx)).passkeys.length === 0;
    const added = await add(ctx.db, {
      id: credential.id,
      person_id: ctx.actor.id,
      name,
      public_key: Buffer.from(credential.publicKey),
      transports,
      created_at: new Date().toISOString(),
    });
    if (!added) throw refuse('PASSKEY_KNOWN', { field: 'made' });
    if (isFirst) await saveConfirms(ctx.db, ctx.actor.id, true, ctx.language);
    ctx.people.forgetAll();
    return await ownPasskeys(ctx);
  });
