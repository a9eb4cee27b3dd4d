import pLimit, { type LimitFunction } from 'p-limit';

export type LimitPerKey = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Lets at most `concurrency` pieces of work of one key run at once; the rest wait their turn. */
export function limitPerKey(concurrency: number): LimitPerKey {
  const limits = new Map<string, LimitFunction>();
  return async (key, work) => {
    const limit = limits.get(key) ?? pLimit(concurrency);
    limits.set(key, limit);
    try {
      return await limit(work);
    } finally {
      if (limit.activeCount === 0 && limit.pendingCount === 0 && limits.get(key) === limit)
        limits.delete(key);
    }
  };
}
