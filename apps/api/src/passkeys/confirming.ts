import {
  type Assertion,
  challengeBytes,
  challengeIn,
  challengeOf,
  CONFIRMED_TYPES,
  type Confirmation,
} from '@tinhgon/rules/receipt/confirmation';
import type { Actor } from '@tinhgon/rules/actor';
import { refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { checkAssertion } from './check-assertion.ts';
import { jwkOf } from './jwk-of.ts';

/**
 * The context to give a command in: its receipt says that the person confirmed it with a passkey, where they did.
 * Throws Refusal CONFIRMATION_REQUIRED where somebody who has chosen to confirm their decisions did not, and
 * CONFIRMATION_INVALID for an answer that is no passkey's of theirs to this very command.
 */
export async function confirming<C extends RequestContext & { readonly actor: Actor }>(
  context: C,
  subject: string,
  command: { readonly type: string; readonly commandId: string },
  assertion: Assertion | undefined,
): Promise<C> {
  const { actor, relyingParty } = context;
  const { passkeys, confirms } = context.account();
  if (!assertion) {
    if (!confirms || !CONFIRMED_TYPES.has(command.type)) return context;
    throw refuse('CONFIRMATION_REQUIRED');
  }
  const passkey = passkeys.find(({ id }) => id === assertion.id);
  if (!passkey || !relyingParty) throw refuse('CONFIRMATION_INVALID', { field: 'confirmation' });
  const challenge = challengeOf(subject, actor.id, command);
  await checkAssertion(relyingParty, passkey, assertion, challengeBytes(challenge));
  const confirmed: Confirmation = { ...assertion, publicKey: jwkOf(passkey.public_key) };
  const sign: RequestContext['sign'] = (receiver, stamped) => {
    const signed = context.sign(receiver, stamped, confirmed);
    // What the receipt says must be what the passkey saw, for others to be able to check it.
    if (signed.receipt && challengeIn(signed.receipt.statement) !== challenge) {
      throw refuse('CONFIRMATION_INVALID', { field: 'confirmation' });
    }
    return signed;
  };
  return { ...context, sign };
}
