import { createHash, createPublicKey, verify } from 'node:crypto';
import { challengeBytes, challengeIn } from '@tinhgon/rules/receipt/confirmation';
import type { Statement } from '@tinhgon/rules/receipt/statement';
import { z } from 'zod';

const FLAGS_AT = 32;
const PRESENT = 0x01;
const LOOKED_AT = 0x04;
const SHORTEST = 37;

const clientData = z.object({ type: z.literal('webauthn.get'), challenge: z.string() });

/**
 * Whether the passkey in a statement signed exactly what the statement says, with its owner looked at (WebAuthn level
 * 3, section 7.2, steps 11, 12, 16, 17, 20 and 21). True for a statement without one. That the passkey was the person's
 * is the word of the installation, whose signature stands over the whole.
 */
export function isConfirmationSound(statement: Statement): boolean {
  const { confirmed } = statement;
  if (!confirmed) return true;
  try {
    const data = Buffer.from(confirmed.clientDataJSON, 'base64url');
    const said = clientData.safeParse(JSON.parse(data.toString('utf8')));
    if (!said.success || said.data.challenge !== challengeBytes(challengeIn(statement))) return false;
    const authenticator = Buffer.from(confirmed.authenticatorData, 'base64url');
    const flags = authenticator[FLAGS_AT] ?? 0;
    if (authenticator.length < SHORTEST || (flags & PRESENT) === 0 || (flags & LOOKED_AT) === 0) return false;
    const key = createPublicKey({ key: { ...confirmed.publicKey }, format: 'jwk' });
    const signed = Buffer.concat([authenticator, sha256(data)]);
    return verify(
      confirmed.publicKey['kty'] === 'OKP' ? null : 'sha256',
      signed,
      key,
      Buffer.from(confirmed.signature, 'base64url'),
    );
  } catch {
    return false;
  }
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
