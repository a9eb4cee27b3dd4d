import { z } from 'zod';
import { BUNDLE_FORMAT, type Bundle } from './bundle.ts';
import type { SignedCheckpoint } from './checkpoint.ts';

const text = z.string();
const event = z.strictObject({
  subject: text,
  epoch: z.int(),
  seq: z.int().min(1),
  version: z.int(),
  at: text,
  type: text,
  actor_id: text,
  actor_name: text,
  command_id: text.nullable(),
  payload: z.record(text, z.json()),
  prev_hash: text.nullable(),
  hash: text,
});
const keys = z.strictObject({
  set: z.strictObject({
    v: z.literal(1),
    number: z.int(),
    issuedAt: text,
    root: text,
    keys: z.array(z.strictObject({ kid: text, x: text, from: text, to: text.nullable() })),
  }),
  jws: text,
});
const statement = z.strictObject({
  v: z.literal(1),
  day: text,
  at: text,
  position: text,
  chains: z.int(),
  root: text,
});
const proof = z.strictObject({
  subject: text,
  epoch: z.int(),
  seq: z.int(),
  hash: text,
  index: z.int().min(0),
  path: z.array(text).max(64),
});
const seal = z.strictObject({
  statement: z.strictObject({
    v: z.literal(1),
    subject: text,
    exportedAt: text,
    issuer: text,
    heads: z.record(text, z.strictObject({ events: z.int(), hash: text })),
    contents: text,
  }),
  jws: text,
});
const bundle = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  subject: text,
  exportedAt: text,
  issuer: text,
  chains: z.array(z.strictObject({ subject: text, events: z.array(event) })),
  withheld: z.array(text),
  keys: keys.nullable(),
  checkpoint: z.strictObject({ statement, jws: text, proofs: z.array(proof) }).nullable(),
  seal: seal.nullable(),
});

/** A bundle, or the place in it that does not fit one. */
export function readBundle(given: unknown): Bundle | string {
  const read = bundle.safeParse(given);
  return read.success ? (read.data as Bundle) : (read.error.issues[0]?.path.join('.') ?? '');
}

/** A checkpoint as it was downloaded, or the one in a bundle. */
export function readCheckpoint(given: unknown): SignedCheckpoint | null {
  const read = z.object({ statement, jws: text }).safeParse(given);
  return read.success ? read.data : null;
}
