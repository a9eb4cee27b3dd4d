import type { InboxItem } from '@tinhgon/rules/views/inbox';
import { useCallback, useState } from 'react';
import { keepOrder, type QueueRow } from './queue-rows.ts';

interface Seen {
  readonly filters: string;
  readonly items: readonly InboxItem[];
}

/** The queue as the reader saw it first, until they ask for the new one or change the filters. */
export function useQueue(newest: readonly InboxItem[] | undefined, filters: string) {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [renewing, setRenewing] = useState(false);
  const stale = !seen || seen.filters !== filters || renewing || seen.items.length === 0;
  if (newest && stale && (seen?.items !== newest || seen.filters !== filters)) {
    setSeen({ filters, items: newest });
    setRenewing(false);
  }
  const { shown, fresh } = keepOrder<InboxItem>(seen?.filters === filters ? seen.items : [], newest ?? []);
  const renew = useCallback(() => setRenewing(true), []);
  return { shown: shown as readonly QueueRow<InboxItem>[], fresh: newest ? fresh : 0, renew };
}
