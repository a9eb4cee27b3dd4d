import type { Instant } from '../day.ts';
import type { Hash } from '../hash.ts';
import type { StepKey } from '../vocabulary.ts';

/** What a check saw of one procedure, or of a document, when it last decided on it. */
export interface LastSeen {
  readonly at: Instant;
  /** The content row it saw. */
  readonly content: Hash;
  /** Digests of what is material in it, by name. */
  readonly items: Readonly<Record<string, string>>;
  /** Of a document: a digest of each article, so that one of them can be told from the others. */
  readonly articles?: readonly string[];
}

/**
 * By check and by procedure; a document is one item, named `TEXT`. Kept only where the check's own remarks are not
 * settled yet: there a change may answer them.
 */
export type SeenByChecks = Readonly<Record<string, Readonly<Record<string, LastSeen>>>>;

/** A document among the items. */
export const TEXT = '';

interface Seeing {
  readonly lastSeen?: SeenByChecks;
}

/** After a check has decided on these items; what it `saw` replaces what it saw before, or nothing is left to answer. */
export function lastSeenAfter(
  { lastSeen }: Seeing,
  check: StepKey,
  decided: readonly string[],
  saw: Readonly<Record<string, LastSeen>>,
): Seeing {
  if (!lastSeen && Object.keys(saw).length === 0) return {};
  const gone = new Set(decided);
  const others = Object.entries(lastSeen?.[check] ?? {}).filter(([item]) => !gone.has(item));
  return { lastSeen: { ...lastSeen, [check]: { ...Object.fromEntries(others), ...saw } } };
}

/** Of some procedures alone, where a plan is split. */
export function lastSeenOf({ lastSeen }: Seeing, items: ReadonlySet<string>): Seeing {
  if (!lastSeen) return {};
  const own = Object.entries(lastSeen).map(([check, seen]) => [
    check,
    Object.fromEntries(Object.entries(seen).filter(([item]) => items.has(item))),
  ]);
  return { lastSeen: Object.fromEntries(own) };
}

/** Once it was refused or taken back everything is looked at anew. */
export const forgotten = ({ lastSeen }: Seeing): Seeing => (lastSeen ? { lastSeen: {} } : {});
