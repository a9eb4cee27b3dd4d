/** Asked again when older; a person's end of duty is felt within this time. */
const FRESH_MS = 5_000;
/** Older answers are never used: authority lapses when it cannot be confirmed for this long. */
const USABLE_MS = 60_000;
/** While an answer is at hand, the database gets this long to say something newer. */
const PATIENCE_MS = 500;
/** After a failure an answer at hand is used for this long without asking. */
const PAUSE_MS = 1_000;
const MAX_ENTRIES = 50_000;

interface Entry<T> {
  readonly value: T;
  readonly at: number;
}

export interface CachedLookup<T> {
  readonly get: (key: string) => Promise<T>;
  readonly forget: (key: string) => void;
  readonly forgetAll: () => void;
}

/**
 * Answers from `load`, and for up to a minute from memory when `load` fails or is slow: a short loss of the
 * database must not stop the decisions of people who are signed in. Throws what `load` throws when there is
 * no usable answer.
 */
export function cachedLookup<T>(
  load: (key: string) => Promise<T>,
  /** A clock that only goes forward: one that is set back must not make answers live for longer. */
  now: () => number = () => performance.now(),
): CachedLookup<T> {
  const entries = new Map<string, Entry<T>>();
  const loading = new Map<string, Promise<T>>();
  let pausedUntil = 0;

  const remember = (key: string, value: T) => {
    entries.delete(key);
    entries.set(key, { value, at: now() });
    const [oldest] = entries.keys();
    if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest);
  };

  const ask = (key: string): Promise<T> => {
    const running = loading.get(key);
    if (running) return running;
    const asked: Promise<T> = load(key)
      .then((value) => {
        // Forgotten while it was on its way: what it brings may be from before.
        if (loading.get(key) === asked) remember(key, value);
        return value;
      })
      .finally(() => {
        if (loading.get(key) === asked) loading.delete(key);
      });
    loading.set(key, asked);
    return asked;
  };

  return {
    async get(key) {
      const entry = entries.get(key);
      const age = entry ? now() - entry.at : Number.POSITIVE_INFINITY;
      if (entry && age < FRESH_MS) return entry.value;
      if (!entry || age >= USABLE_MS) return await ask(key);
      if (now() < pausedUntil) return entry.value;
      const newer = await soon(ask(key));
      if (newer.answered) return newer.value;
      pausedUntil = now() + PAUSE_MS;
      return entry.value;
    },
    forget(key) {
      entries.delete(key);
      loading.delete(key);
    },
    forgetAll() {
      entries.clear();
      loading.clear();
    },
  };
}

async function soon<T>(asked: Promise<T>): Promise<{ answered: true; value: T } | { answered: false }> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<{ answered: false }>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, { answered: false });
  });
  const answer = asked.then(
    (value) => ({ answered: true, value }) as const,
    () => ({ answered: false }) as const,
  );
  try {
    return await Promise.race([answer, patience]);
  } finally {
    clearTimeout(timer);
  }
}
