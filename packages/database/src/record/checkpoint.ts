import type { Instant, LegalDate } from '@tinhgon/rules/day';
import { type Hash, hashOf } from '@tinhgon/rules/hash';

/** How far a chain had come. */
export interface Reached {
  readonly subject: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Hash;
}

/** What is signed each night over all chains: small enough to be kept elsewhere, on paper too. */
export interface Checkpoint {
  readonly v: 1;
  readonly day: LegalDate;
  readonly at: Instant;
  /** The last event it covers, in the order of the feed. */
  readonly position: string;
  readonly chains: number;
  /** Root of the tree of hashes over all chains, in the order of their subjects. */
  readonly root: Hash;
}

export interface SignedCheckpoint {
  readonly statement: Checkpoint;
  readonly jws: string;
}

/** Where a chain stood, and the hashes that lead from there up to the root. */
export interface Proof extends Reached {
  readonly index: number;
  readonly path: readonly Hash[];
}

export interface CheckpointWithProofs extends SignedCheckpoint {
  readonly proofs: readonly Proof[];
}

const leaf = ({ subject, epoch, seq, hash }: Reached): Hash =>
  hashOf({ leaf: { subject, epoch, seq, hash } });
const node = (left: Hash, right: Hash): Hash => hashOf({ left, right });

/** The hashes of each level of the tree, leaves first; the last of an odd row goes up as it is. */
function levelsOf(leaves: readonly Hash[]): Hash[][] {
  const levels = [[...leaves]];
  for (let row = levels[0] ?? []; row.length > 1; ) {
    const above: Hash[] = [];
    for (let at = 0; at < row.length; at += 2) {
      const [left, right] = [row[at] ?? '', row[at + 1]];
      above.push(right === undefined ? left : node(left, right));
    }
    levels.push(above);
    row = above;
  }
  return levels;
}

/** One hash over all chains; `reached` is sorted by subject. */
export function rootOf(reached: readonly Reached[]): Hash {
  return levelsOf(reached.map(leaf)).at(-1)?.[0] ?? hashOf(null);
}

/** The ways of these subjects to the root; those that had not begun by then have none. */
export function proofsOf(reached: readonly Reached[], subjects: ReadonlySet<string>): Proof[] {
  const levels = levelsOf(reached.map(leaf));
  return reached.flatMap((one, index) =>
    subjects.has(one.subject) ? [{ ...one, index, path: pathFrom(levels, index) }] : [],
  );
}

function pathFrom(levels: readonly Hash[][], leafIndex: number): Hash[] {
  const path: Hash[] = [];
  let index = leafIndex;
  for (const row of levels.slice(0, -1)) {
    const beside = row[index % 2 === 0 ? index + 1 : index - 1];
    if (beside !== undefined) path.push(beside);
    index = Math.floor(index / 2);
  }
  return path;
}

/** Whether the way leads to the root of a tree with so many leaves. */
export function leadsTo(proof: Proof, { root, chains }: Pick<Checkpoint, 'root' | 'chains'>): boolean {
  const { index, path } = proof;
  let hash = leaf(proof);
  let at = index;
  let width = chains;
  let used = 0;
  while (width > 1) {
    const isLeft = at % 2 === 0;
    if (!isLeft || at + 1 < width) {
      const beside = path[used];
      if (beside === undefined) return false;
      hash = isLeft ? node(hash, beside) : node(beside, hash);
      used += 1;
    }
    at = Math.floor(at / 2);
    width = Math.ceil(width / 2);
  }
  return used === path.length && hash === root;
}
