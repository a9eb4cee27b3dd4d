import { useCallback, useState } from 'react';

/** Ids between the one touched last and `id`, both included, in the order shown; `id` alone when there is no last one. */
export function range(shown: readonly string[], last: string | null, id: string): readonly string[] {
  const [from, to] = [last === null ? -1 : shown.indexOf(last), shown.indexOf(id)];
  if (from < 0 || to < 0) return [id];
  return shown.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** What the reader has ticked of the rows shown. Rows that are no longer shown are no longer ticked. */
export function useSelection(shown: readonly string[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const ids = shown.filter((id) => ticked.has(id));
  const toggle = useCallback(
    (id: string, withRange = false) => {
      setTicked((before) => {
        const after = new Set(before);
        const on = !before.has(id);
        for (const one of withRange ? range(shown, last, id) : [id]) {
          if (on) after.add(one);
          else after.delete(one);
        }
        return after;
      });
      setLast(id);
    },
    [shown, last],
  );
  return {
    ids,
    has: (id: string) => ticked.has(id),
    toggle,
    all: () => setTicked(new Set(shown)),
    clear: () => setTicked(new Set()),
  };
}

export type Selection = ReturnType<typeof useSelection>;
