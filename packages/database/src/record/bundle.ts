import type { Instant } from '@tinhgon/rules/day';
import type { Hash } from '@tinhgon/rules/hash';
import type { SignedKeySet } from '@tinhgon/rules/receipt/keys';
import type { EventRow } from '../events/recorded-event.ts';
import type { CheckpointWithProofs } from './checkpoint.ts';

export const BUNDLE_FORMAT = 'tinhgon-record/1';

/** The events of one subject as they were written, in the order they were written in. */
export interface Chain {
  readonly subject: string;
  readonly events: readonly EventRow[];
}

/** What an installation says of the chains it hands out: how many events each has, and the last one's hash. */
export interface Seal {
  readonly v: 1;
  readonly subject: string;
  readonly exportedAt: Instant;
  readonly issuer: string;
  readonly heads: Readonly<Record<string, { readonly events: number; readonly hash: Hash }>>;
  /** Hash of everything else in the file. */
  readonly contents: Hash;
}

/** Everything that happened to a plan and its documents, verifiable without this system. */
export interface Bundle {
  readonly format: typeof BUNDLE_FORMAT;
  readonly subject: string;
  readonly exportedAt: Instant;
  /** Address of the installation. */
  readonly issuer: string;
  readonly chains: readonly Chain[];
  /** Documents that also carry plans whoever asked for this may not see. */
  readonly withheld: readonly string[];
  readonly keys: SignedKeySet | null;
  /** The newest one that was signed, or the one asked for, with the place of each chain in it. */
  readonly checkpoint: CheckpointWithProofs | null;
  readonly seal: { readonly statement: Seal; readonly jws: string } | null;
}
