export interface QueueRow<T> {
  readonly item: T;
  /** No longer in the list the server gives: decided here or by someone else. */
  readonly gone: boolean;
}

/**
 * Keeps the rows where the reader saw them while newer lists arrive: known rows stay in their order with
 * their newest facts, rows that have left are marked, new ones are only counted.
 */
export function keepOrder<T extends { readonly id: string }>(
  seen: readonly T[],
  newest: readonly T[],
): { readonly shown: readonly QueueRow<T>[]; readonly fresh: number } {
  const now = new Map(newest.map((item) => [item.id, item]));
  const known = new Set(seen.map((item) => item.id));
  return {
    shown: seen.map((item) => ({ item: now.get(item.id) ?? item, gone: !now.has(item.id) })),
    fresh: newest.filter((item) => !known.has(item.id)).length,
  };
}
