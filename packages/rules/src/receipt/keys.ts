import type { Instant } from '../day.ts';
import { isSignedBy, keyIdIn, thumbprint, type VerifyEd25519 } from './jws.ts';

/** A public key of the API; it signs from its first moment up to its last. */
export interface PublicKey {
  /** Thumbprint of the key. */
  readonly kid: string;
  readonly x: string;
  readonly from: Instant;
  /** Null while it is in use. */
  readonly to: Instant | null;
}

/** Every key there has been. Each change makes a set with a higher number, signed by the root key. */
export interface KeySet {
  readonly v: 1;
  readonly number: number;
  readonly issuedAt: Instant;
  /** Public root key; whoever verifies holds on to this one. */
  readonly root: string;
  readonly keys: readonly PublicKey[];
}

export interface SignedKeySet {
  readonly set: KeySet;
  readonly jws: string;
}

/** Whether a set was signed by its root key and says of each key what its id says. */
export function isGenuine({ set, jws }: SignedKeySet, verify?: VerifyEd25519): boolean {
  return (
    keyIdIn(jws, 'keys') === thumbprint(set.root) &&
    set.keys.every(({ kid, x }) => kid === thumbprint(x)) &&
    isSignedBy(jws, set, set.root, verify)
  );
}

/** Whether `next` may take the place of `known`: of the same root, and not older. */
export const mayReplace = (known: KeySet | null, next: KeySet): boolean =>
  known === null || (known.root === next.root && next.number >= known.number);

export const keyOf = ({ keys }: KeySet, kid: string): PublicKey | undefined =>
  keys.find((key) => key.kid === kid);

/** Whether a key was in use at a moment. */
export const signsAt = ({ from, to }: PublicKey, at: Instant): boolean =>
  from <= at && (to === null || at <= to);

/** Since when commands are signed. */
export const signedSince = ({ keys }: KeySet): Instant | null =>
  keys.map(({ from }) => from).sort()[0] ?? null;
