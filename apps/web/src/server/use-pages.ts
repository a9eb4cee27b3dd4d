import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

interface SomePage {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/**
 * A list read page by page. tRPC's own infinite queries send a `direction` along, which a call that refuses
 * unknown fields cannot take. The key is the plain query's, marked, so that it is invalidated with its noun.
 */
export function usePages<P extends SomePage>(
  key: QueryKey,
  fetchPage: (cursor: string | undefined) => Promise<P>,
  options: { readonly refetchInterval?: number } = {},
) {
  return useInfiniteQuery({
    ...options,
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
