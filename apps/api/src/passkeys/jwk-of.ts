import { cose, decodeCredentialPublicKey, isoBase64URL } from '@simplewebauthn/server/helpers';
import type { PublicJwk } from '@tinhgon/rules/receipt/confirmation';

/** A COSE key (RFC 9052, RFC 9053) as a JSON Web Key, which needs no library of WebAuthn to be used. */
export function jwkOf(publicKey: Uint8Array): PublicJwk {
  const key = decodeCredentialPublicKey(new Uint8Array(publicKey));
  const part = (bytes: Uint8Array<ArrayBuffer> | undefined): string => {
    if (!bytes) throw new Error('the key lacks a part');
    return isoBase64URL.fromBuffer(bytes);
  };
  if (cose.isCOSEPublicKeyEC2(key)) {
    const { x, y } = cose.COSEKEYS;
    return { kty: 'EC', crv: 'P-256', x: part(key.get(x)), y: part(key.get(y)) };
  }
  if (cose.isCOSEPublicKeyOKP(key)) {
    return { kty: 'OKP', crv: 'Ed25519', x: part(key.get(cose.COSEKEYS.x)) };
  }
  if (cose.isCOSEPublicKeyRSA(key)) {
    const { n, e } = cose.COSEKEYS;
    return { kty: 'RSA', n: part(key.get(n)), e: part(key.get(e)) };
  }
  throw new Error('the key is of no kind we asked for');
}

/** What authenticators are asked for, best first: Ed25519, ECDSA on P-256, RSA with SHA-256 (COSE algorithm numbers). */
export const ALGORITHMS = [-8, -7, -257];
