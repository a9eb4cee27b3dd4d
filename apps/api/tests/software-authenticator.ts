import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { Assertion } from '@tinhgon/rules/receipt/confirmation';

const PRESENT = 0x01;
const LOOKED_AT = 0x04;
const HAS_KEY = 0x40;
const ID_BYTES = 16;

/** An authenticator in software: one ECDSA key on P-256, as WebAuthn (sections 6.1 and 6.5) has it speak. */
export function newAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(ID_BYTES);
  const key = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  );
  const party = sha256(Buffer.from(new URL(origin).hostname));
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  return {
    id: id.toString('base64url'),
    /** What a browser hands over when a passkey was made. */
    make(challenge: string) {
      const authData = Buffer.concat([
        party,
        Buffer.from([PRESENT | LOOKED_AT | HAS_KEY, 0, 0, 0, 0]),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        key,
      ]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]);
      return {
        id: id.toString('base64url'),
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
        transports: ['internal'],
      };
    },
    /** Its answer to a challenge; `lookedAt` says whether it saw its owner. */
    answer(challenge: string, lookedAt = true): Assertion {
      const authenticatorData = Buffer.concat([
        party,
        Buffer.from([lookedAt ? PRESENT | LOOKED_AT : PRESENT, 0, 0, 0, 0]),
      ]);
      const data = clientData('webauthn.get', challenge);
      const signed = Buffer.concat([authenticatorData, sha256(data)]);
      return {
        id: id.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        clientDataJSON: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      };
    },
  };
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
