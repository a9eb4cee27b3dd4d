import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { base64urlnopad, utf8 } from '@scure/base';
import canonicalize from 'canonicalize';
import { hashOf } from '../hash.ts';

/** Whether `signature` over `message` was made with the private half of `publicKey`. */
export type VerifyEd25519 = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;

/** Pure JavaScript, as the workflow sandbox needs it; some milliseconds each. Servers have a quicker one of their own. */
export const verifyInSandbox: VerifyEd25519 = (signature, message, publicKey) => {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
};

/** What a signature of ours is for; one made for another purpose is none. */
export type SignedKind = 'receipt' | 'keys' | 'record' | 'checkpoint';

/** The protected header of a signature: Ed25519, by which key, for what. */
export const headerOf = (kid: string, kind: SignedKind): string =>
  encode(utf8ToBytes(canonical({ alg: 'EdDSA', kid, typ: `tinhgon-${kind}` })));

/** What is signed: header and canonical payload, as RFC 7515 has it. */
export const signingInput = (header: string, payload: unknown): Uint8Array =>
  utf8ToBytes(`${header}.${encode(utf8ToBytes(canonical(payload)))}`);

/** Key id of a public key (`x` of its JWK): the thumbprint of RFC 7638. */
export const thumbprint = (x: string): string =>
  encode(hexToBytes(hashOf({ crv: 'Ed25519', kty: 'OKP', x })));

export const encode = (bytes: Uint8Array): string => base64urlnopad.encode(bytes);

/** The key a signature names, or null where it is no signature for that purpose at all. */
export function keyIdIn(jws: string, kind: SignedKind): string | null {
  const [header = ''] = jws.split('.');
  const read = readJson(header);
  if (typeof read !== 'object' || read === null) return null;
  const { kid } = read as { readonly kid?: unknown };
  return typeof kid === 'string' && headerOf(kid, kind) === header ? kid : null;
}

/** Whether a detached signature (`header..signature`) over `payload` was made with the private half of `x`. */
export function isSignedBy(
  jws: string,
  payload: unknown,
  x: string,
  verify: VerifyEd25519 = verifyInSandbox,
): boolean {
  const [header = '', between, signature = '', ...rest] = jws.split('.');
  if (between !== '' || rest.length > 0) return false;
  const bytes = decode(signature);
  const key = decode(x);
  return bytes !== null && key !== null && verify(bytes, signingInput(header, payload), key);
}

function readJson(text: string): unknown {
  const bytes = decode(text);
  if (bytes === null) return null;
  try {
    return JSON.parse(utf8.encode(bytes));
  } catch {
    return null;
  }
}

function decode(text: string): Uint8Array | null {
  try {
    return base64urlnopad.decode(text);
  } catch {
    return null;
  }
}

function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON values can be signed');
  return text;
}
