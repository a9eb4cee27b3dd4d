import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

interface PageOf<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/**
 * A list read page by page. tRPC's own infinite queries send a `direction` along, which a call that refuses
 * unknown fields cannot take. The key is the plain query's, marked, so that it is invalidated with its noun.
 */
export function usePages<T>(key: QueryKey, fetchPage: (cursor: string | undefined) => Promise<PageOf<T>>) {
  return useInfiniteQuery({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
