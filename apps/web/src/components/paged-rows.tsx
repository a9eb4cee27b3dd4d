import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ComponentProps, ReactNode } from 'react';
import { useNews } from '../server/live.ts';
import { Empty } from './empty.tsx';
import { ListCount } from './list-count.tsx';
import { Loaded } from './loaded.tsx';
import { MoreButton } from './more-button.tsx';
import { NewsMarker } from './news-marker.tsx';
import { SkeletonLines } from './skeleton-lines.tsx';

interface PagedRowsProps<R> {
  readonly of: ComponentProps<typeof ListCount>['of'];
  readonly query: UseInfiniteQueryResult<
    InfiniteData<{ readonly items: readonly R[]; readonly total: number }>
  >;
  /** Changes of which subjects may make the list another; must be stable. */
  readonly concerns: (subject: string) => boolean;
  readonly empty: { readonly title: string; readonly hint: string };
  /** How many lines stand in for the rows while they are read. */
  readonly skeleton: number;
  readonly children: (rows: readonly R[]) => ReactNode;
}

/** A list read page by page, in all its states: how many there are, the rows, a way to more, what is new since. */
export function PagedRows<R>({ of, query, concerns, empty, skeleton, children }: PagedRowsProps<R>) {
  const news = useNews(concerns, query.dataUpdatedAt);
  return (
    <>
      <NewsMarker count={news.size} onShow={() => void query.refetch()} />
      <Loaded query={query} skeleton={<SkeletonLines count={skeleton} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          const total = data.pages[0]?.total ?? rows.length;
          if (rows.length === 0) return <Empty title={empty.title}>{empty.hint}</Empty>;
          return (
            <>
              <ListCount of={of} count={total} />
              {children(rows)}
              <MoreButton
                shown={rows.length}
                total={total}
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
