import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { PasskeyRow } from '@tinhgon/database/at-work/passkeys';
import type { Assertion } from '@tinhgon/rules/receipt/confirmation';
import { refuse } from '../errors/refusal.ts';
import type { RelyingParty } from './relying-party.ts';

/**
 * Checks that the passkey answered this challenge for us, with its owner looked at (finger, face or PIN). Counters are
 * not kept: each challenge is good for one thing, so that a copied key gains nothing from being used again. Throws
 * Refusal CONFIRMATION_INVALID.
 */
export async function checkAssertion(
  party: RelyingParty,
  passkey: PasskeyRow,
  { id, ...response }: Assertion,
  challenge: string,
): Promise<void> {
  const checked = await verifyAuthenticationResponse({
    response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: { id, publicKey: new Uint8Array(passkey.public_key), counter: 0 },
    requireUserVerification: true,
  }).catch((cause: unknown) => {
    const refusal = refuse('CONFIRMATION_INVALID', { field: 'confirmation' });
    refusal.cause = cause;
    throw refusal;
  });
  if (!checked.verified) throw refuse('CONFIRMATION_INVALID', { field: 'confirmation' });
}
