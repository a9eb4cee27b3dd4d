import { keepChallenge, takeChallenge } from '@tinhgon/database/at-work/passkeys';
import type { Actor } from '@tinhgon/rules/actor';
import type { Assertion } from '@tinhgon/rules/receipt/confirmation';
import { randomBytes } from 'node:crypto';
import { refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { checkAssertion } from './check-assertion.ts';
import type { RelyingParty } from './relying-party.ts';

const GOOD_FOR_MS = 5 * 60_000;
/** From a sign-in to the making of a passkey. */
const FRESH_MS = 10 * 60_000;
const BYTES = 32;

type Own = RequestContext & { readonly actor: Actor };

/** Throws Refusal NOT_FOUND where browsers take no passkeys. */
export function partyOf({ relyingParty }: RequestContext): RelyingParty {
  if (!relyingParty) throw refuse('NOT_FOUND', { details: { reason: 'noPasskeys' } });
  return relyingParty;
}

/** Random bytes, base64url, good once, for five minutes and for whoever asks. */
export async function newChallenge({ db, actor }: Own): Promise<string> {
  const challenge = randomBytes(BYTES).toString('base64url');
  const expiresAt = new Date(Date.now() + GOOD_FOR_MS).toISOString();
  await keepChallenge(db, { challenge, personId: actor.id, expiresAt });
  return challenge;
}

/**
 * Whoever has no passkey yet shows who they are by signing in: an old session or token in the wrong hands must not bring
 * one of its own. Throws Refusal SIGN_IN_AGAIN.
 */
export function checkFreshSignIn(context: Own): void {
  if (context.account().confirms) return;
  const { at } = context.signedIn();
  if (at === undefined || Date.now() - Date.parse(at) > FRESH_MS) throw refuse('SIGN_IN_AGAIN');
}

/** Whether the challenge was theirs; what was once asked is not asked again. Throws Refusal CONFIRMATION_INVALID. */
export async function useChallenge({ db, actor }: Own, challenge: string): Promise<void> {
  if (!(await takeChallenge(db, challenge, actor.id, new Date().toISOString()))) {
    throw refuse('CONFIRMATION_INVALID', { details: { reason: 'challenge' } });
  }
}

/**
 * Whoever has only come by a session must not change what confirms decisions: while decisions need a passkey, so do
 * changes of passkeys. Throws Refusal CONFIRMATION_REQUIRED or CONFIRMATION_INVALID.
 */
export async function checkProof(context: Own, proof: Assertion | undefined): Promise<void> {
  const { passkeys, confirms } = context.account();
  if (!confirms) return;
  if (!proof) throw refuse('CONFIRMATION_REQUIRED');
  const passkey = passkeys.find(({ id }) => id === proof.id);
  if (!passkey) throw refuse('CONFIRMATION_INVALID', { field: 'proof' });
  const challenge = challengeIn(proof.clientDataJSON);
  await useChallenge(context, challenge);
  await checkAssertion(partyOf(context), passkey, proof, challenge);
}

/** What a browser says it was asked (WebAuthn, section 5.8.1). Throws Refusal CONFIRMATION_INVALID. */
export function challengeIn(clientDataJSON: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    if (typeof challenge === 'string') return challenge;
  } catch {
    // Falls through to the refusal.
  }
  throw refuse('CONFIRMATION_INVALID', { field: 'clientDataJSON' });
}
