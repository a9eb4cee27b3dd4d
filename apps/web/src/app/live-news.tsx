import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { makeGatherer } from '../server/gather.ts';
import { type Change, LiveChanges, makeFeed } from '../server/live.ts';
import { useTRPC } from '../server/trpc.ts';
import { useMe } from '../server/use-me.ts';

const GATHER_MS = 250;

/** What changes in its place. Lists of a programme, and its forecast, move when the reader asks. */
const NUMBERS = ['list', 'totals', 'stuck', 'parts', 'ranking', 'stages', 'responsibility', 'debt'] as const;

/**
 * One subscription per tab. Totals follow at once, for a number changes in place; lists and the page being
 * read are only told that there is news, and the reader decides when to look.
 */
export function LiveNews({ children }: { readonly children: ReactNode }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const me = useMe().person.id;
  const [feed] = useState(makeFeed);
  const [gatherer] = useState(() => makeGatherer(GATHER_MS));
  const refresh = useCallback(() => {
    for (const queryKey of [
      ...NUMBERS.map((name) => trpc.programmes[name].pathKey()),
      trpc.procedures.pathKey(),
      trpc.me.pathKey(),
      trpc.inbox.pathKey(),
    ]) {
      // The inbox keeps its rows in the order they were read; only its counts are taken from what comes.
      void cache.invalidateQueries({ queryKey });
    }
  }, [cache, trpc]);
  // Stable, so that the subscription is not opened anew at every rendering.
  const onData = useCallback(
    ({ data }: { readonly data: Change }) => {
      feed.tell({ ...data, own: data.actorId === me });
      if (data.subject.startsWith('chain/')) {
        void cache.invalidateQueries({ queryKey: trpc.terms.ownSteps.queryKey() });
      }
      gatherer.soon(refresh);
    },
    [cache, feed, gatherer, me, refresh, trpc],
  );
  useSubscription(trpc.live.changes.subscriptionOptions(undefined, { onData }));
  useEffect(() => gatherer.stop, [gatherer]);
  return <LiveChanges value={feed}>{children}</LiveChanges>;
}
