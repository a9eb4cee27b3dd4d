import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from './loaded.tsx';
import { MoreButton } from './more-button.tsx';
import { SkeletonLines } from './skeleton-lines.tsx';

export type PagesOf<R> = UseInfiniteQueryResult<
  InfiniteData<{ readonly items: readonly R[]; readonly total: number }>
>;

interface MoreRowsProps<R> {
  readonly query: PagesOf<R>;
  /** How many lines stand in for the rows while they are read. */
  readonly skeleton: number;
  /** Stands there when there are no rows. */
  readonly none: ReactNode;
  readonly children: (rows: readonly R[], total: number) => ReactNode;
}

/** Rows read page by page: while they are read, the rows, a way to more. */
export function MoreRows<R>({ query, skeleton, none, children }: MoreRowsProps<R>) {
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={skeleton} />}>
      {(data) => {
        const rows = data.pages.flatMap((page) => page.items);
        const total = data.pages[0]?.total ?? rows.length;
        if (rows.length === 0) return none;
        return (
          <>
            {children(rows, total)}
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
  );
}
