import { createContext, use, useEffect, useState } from 'react';

export interface Change {
  readonly subject: string;
  readonly type: string;
  readonly actorId: string;
}
export interface TimedChange extends Change {
  /** Made by the reader, here or in another tab. */
  readonly own: boolean;
}

type Listener = (change: TimedChange) => void;

export interface Feed {
  tell(change: TimedChange): void;
  listen(listener: Listener): () => void;
}

export function makeFeed(): Feed {
  const listeners = new Set<Listener>();
  return {
    tell: (change) => listeners.forEach((listener) => listener(change)),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const LiveChanges = createContext<Feed>(makeFeed());

/**
 * Subjects others have changed since `since` last changed: what the "3 new" marker counts. `concerns` must
 * be stable.
 */
export function useNews(concerns: (subject: string) => boolean, since: number): ReadonlySet<string> {
  const feed = use(LiveChanges);
  const [news, setNews] = useState<{ readonly since: number; readonly subjects: ReadonlySet<string> }>({
    since,
    subjects: new Set(),
  });
  useEffect(
    () =>
      feed.listen((change) => {
        if (change.own || !concerns(change.subject)) return;
        setNews((known) => ({
          since,
          subjects: new Set([...(known.since === since ? known.subjects : []), change.subject]),
        }));
      }),
    [feed, concerns, since],
  );
  return news.since === since ? news.subjects : NONE;
}

const NONE: ReadonlySet<string> = new Set();
