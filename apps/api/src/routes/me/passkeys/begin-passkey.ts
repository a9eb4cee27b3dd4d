import { generateRegistrationOptions } from '@simplewebauthn/server';
import { isoUint8Array } from '@simplewebauthn/server/helpers';
import { passkeysOf } from '@tinhgon/database/at-work/passkeys';
import { hashOf } from '@tinhgon/rules/hash';
import { creationOptions } from '@tinhgon/rules/views/passkey';
import { ALGORITHMS } from '../../../passkeys/jwk-of.ts';
import { checkFreshSignIn, newChallenge, partyOf } from '../../../passkeys/own-change.ts';
import { signedIn } from '../../../trpc.ts';

/** What the browser is to make a passkey from. Keys that the person has removed may be made anew. */
export const beginPasskey = signedIn.output(creationOptions).mutation(async ({ ctx }) => {
  const { actor, db } = ctx;
  const { id } = partyOf(ctx);
  checkFreshSignIn(ctx);
  const known = (await passkeysOf(db, actor.id)).filter(({ removed_at }) => removed_at === null);
  const challenge = await newChallenge(ctx);
  const options = await generateRegistrationOptions({
    rpName: 'Tinh Gọn',
    rpID: id,
    userName: actor.name,
    userDisplayName: actor.name,
    // The authenticator keeps this; it should say nothing of the person.
    userID: isoUint8Array.fromHex(hashOf(actor.id)),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    attestationType: 'none',
    excludeCredentials: known.map((one) => ({ id: one.id })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  return { ...options };
});
