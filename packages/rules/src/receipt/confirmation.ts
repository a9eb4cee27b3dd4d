import { hexToBytes } from '@noble/hashes/utils.js';
import { base64urlnopad } from '@scure/base';
import { z } from 'zod';
import { type Hash, hashOf } from '../hash.ts';
import { saysOf, type Statement } from './statement.ts';

/**
 * Decisions that a person can confirm with a passkey (WebAuthn), and must once they have chosen so. What is only
 * written down, asked or said is not among them.
 */
export const CONFIRMED_TYPES: ReadonlySet<string> = new Set([
  'submit',
  'approve',
  'return',
  'refuse',
  'withdraw',
  'reopen',
  'confirmChanges',
  'recordPromulgation',
  'recordAnnouncement',
  'recordDatabaseEntry',
  'recordDisplay',
  'correctEvidence',
  'confirmCorrection',
  'approveDateChange',
  'refuseDateChange',
]);

/** Text in base64url of at most so many characters. */
export const base64url = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\w-]+$/);

/** What an authenticator answered, each part base64url: WebAuthn's AuthenticatorAssertionResponse without the user handle. */
export const assertionSchema = z.strictObject({
  /** Id of the passkey. */
  id: base64url(1_400),
  authenticatorData: base64url(2_000),
  clientDataJSON: base64url(4_000),
  signature: base64url(1_400),
});
export type Assertion = z.infer<typeof assertionSchema>;

/** A public key as a JSON Web Key: P-256, Ed25519 or RSA. */
export type PublicJwk = Readonly<Record<string, string>>;

/** The proof that a passkey confirmed what the statement says; anybody can check it with the public key in it. */
export interface Confirmation extends Assertion {
  readonly publicKey: PublicJwk;
}

/**
 * What the passkey signs over: the hash of who decides what on which subject. It names one command by its id, so an
 * assertion is worth nothing for another, and the same one again is the same command.
 */
export function challengeOf(subject: string, personId: string, command: Confirmable): Hash {
  const { type, commandId } = command;
  return hashOf({ v: 1, subject, by: personId, type, commandId, says: saysOf(command) });
}

/** The same, told from a statement. */
export const challengeIn = ({ subject, by, type, commandId, says }: Statement): Hash =>
  hashOf({ v: 1, subject, by: by.id, type, commandId, says });

interface Confirmable {
  readonly type: string;
  readonly commandId: string;
}

/** A hash as the bytes that WebAuthn calls a challenge, base64url as in its client data. */
export const challengeBytes = (hash: Hash): string => base64urlnopad.encode(hexToBytes(hash));
