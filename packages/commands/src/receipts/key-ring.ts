import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import {
  headerOf,
  type SignedKind,
  signingInput,
  thumbprint,
  type VerifyEd25519,
} from '@tinhgon/rules/receipt/jws';
import { isGenuine, keyOf, type KeySet, mayReplace, type SignedKeySet } from '@tinhgon/rules/receipt/keys';
import type { Instant } from '@tinhgon/rules/day';
import { z } from 'zod';

const half = z.string().regex(/^[\w-]{43}$/);
const instant = z.iso.datetime();
const keyFile = z.strictObject({
  keySet: z.strictObject({
    set: z.strictObject({
      v: z.literal(1),
      number: z.int().min(1),
      issuedAt: instant,
      root: half,
      keys: z.array(z.strictObject({ kid: half, x: half, from: instant, to: instant.nullable() })).min(1),
    }),
    jws: z.string(),
  }),
  /** Private half of the key in use. */
  current: z.strictObject({ x: half, d: half }),
  /** Private half of the root key, where it is not kept elsewhere: needed only to change keys. */
  root: z.strictObject({ x: half, d: half }).optional(),
});

/** What the file with an installation's keys says. */
export type KeyFile = z.infer<typeof keyFile>;
export type PrivateHalf = KeyFile['current'];

/** Signs what the API says. The private half never leaves it. */
export interface KeyRing {
  readonly keySet: SignedKeySet;
  /** Since when the key in use signs. */
  readonly since: Instant;
  readonly sign: (kind: SignedKind, payload: unknown) => string;
}

/** For servers: the platform's own, a hundred times as quick as the one in the sandbox. */
export const verifyNatively: VerifyEd25519 = (signature, message, publicKey) => {
  const x = Buffer.from(publicKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, message, key, signature);
};

/** A file that was changed is read again no sooner than this after the last look. */
const LOOK_AGAIN_MS = 1_000;

/**
 * The keys of an installation, read again when their file is changed: a new key needs no restart. What cannot be
 * read then, or is of another root, changes nothing. Throws an Error people can act on; what it says names no secret.
 */
export function openKeyRing(file: string): KeyRing {
  let ring = keyRingOf(readKeyFile(file));
  let writtenMs = statSync(file).mtimeMs;
  // On a clock that only goes forward: one that is set back must not keep new keys out.
  let lookedMs = performance.now();
  const present = (): KeyRing => {
    if (performance.now() - lookedMs < LOOK_AGAIN_MS) return ring;
    lookedMs = performance.now();
    const { mtimeMs = writtenMs } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs === writtenMs) return ring;
    try {
      const next = keyRingOf(readKeyFile(file));
      if (mayReplace(ring.keySet.set, next.keySet.set)) ring = next;
      writtenMs = mtimeMs;
    } catch {
      // Half written, or wrong: the keys at hand still sign.
    }
    return ring;
  };
  return {
    get keySet() {
      return present().keySet;
    },
    get since() {
      return present().since;
    },
    sign: (kind, payload) => present().sign(kind, payload),
  };
}

export function readKeyFile(file: string): KeyFile {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`The file of receipt keys (RECEIPT_KEYS_FILE) cannot be read as JSON: ${file}`);
  }
  const checked = keyFile.safeParse(read);
  if (!checked.success) {
    const places = checked.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new Error(`The file of receipt keys (RECEIPT_KEYS_FILE) is wrong at: ${places}`);
  }
  return checked.data;
}

/** A private half that is kept in a file of its own: `{"x": …, "d": …}`. */
export function readRootKey(text: string): PrivateHalf {
  const read = z.strictObject({ x: half, d: half }).safeParse(JSON.parse(text));
  if (!read.success) throw new Error('The file of the root key must hold x and d.');
  return read.data;
}

export function keyRingOf({ keySet, current }: KeyFile): KeyRing {
  const kid = thumbprint(current.x);
  if (!isGenuine(keySet, verifyNatively))
    throw new Error('The set of receipt keys is not signed by its root key.');
  const inUse = keyOf(keySet.set, kid);
  if (inUse?.to !== null) throw new Error('The receipt key in use is not among those of its set.');
  const key = privateKey(current);
  return { keySet, since: inUse.from, sign: (kind, payload) => signDetached(key, kid, kind, payload) };
}

/** The keys of a new installation: a root key, a first key and the set that names it. */
export function newKeyFile(now: string): KeyFile {
  const root = newKey();
  const current = newKey();
  const keys = [{ kid: thumbprint(current.x), x: current.x, from: now, to: null }];
  return { keySet: signedSet({ v: 1, number: 1, issuedAt: now, root: root.x, keys }, root), current, root };
}

/** How long a key that was replaced still signs: until every process has been started with the new one. */
const OVERLAP_MS = 24 * 3_600_000;

/** Puts a new key in the place of the one in use; what was signed before stays verifiable. */
export function rotated(file: KeyFile, root: PrivateHalf, now: string): KeyFile {
  const { set } = file.keySet;
  if (root.x !== set.root) throw new Error('This is not the root key that signed the set of receipt keys.');
  const current = newKey();
  const until = new Date(Date.parse(now) + OVERLAP_MS).toISOString();
  const keys = [
    ...set.keys.map((key) => (key.to === null ? { ...key, to: until } : key)),
    { kid: thumbprint(current.x), x: current.x, from: now, to: null },
  ];
  return {
    ...file,
    keySet: signedSet({ ...set, number: set.number + 1, issuedAt: now, keys }, root),
    current,
  };
}

function signedSet(set: KeySet, root: PrivateHalf): KeyFile['keySet'] {
  const jws = signDetached(privateKey(root), thumbprint(root.x), 'keys', set);
  return { set: { ...set, keys: [...set.keys] }, jws };
}

function signDetached(key: KeyObject, kid: string, kind: SignedKind, payload: unknown): string {
  const header = headerOf(kid, kind);
  return `${header}..${sign(null, signingInput(header, payload), key).toString('base64url')}`;
}

function newKey(): PrivateHalf {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { x, d };
}

const privateKey = ({ x, d }: PrivateHalf): KeyObject =>
  createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' });
