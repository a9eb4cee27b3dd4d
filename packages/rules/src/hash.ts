import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** Lower-case hex SHA-256, 64 characters. */
export type Hash = string;

/**
 * The hash of a JSON value in its canonical form (RFC 8785), so that key order and spacing never matter.
 * Pure JavaScript: it gives the same answer in the browser, in the API and in the workflow sandbox.
 */
export function hashOf(value: unknown): Hash {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError('only JSON values can be hashed');
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}
