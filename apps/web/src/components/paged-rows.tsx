import type { ComponentProps, ReactNode } from 'react';
import { useNews } from '../server/live.ts';
import { Empty } from './empty.tsx';
import { ListCount } from './list-count.tsx';
import { MoreRows, type PagesOf } from './more-rows.tsx';
import { NewsMarker } from './news-marker.tsx';

interface PagedRowsProps<R> {
  readonly of: ComponentProps<typeof ListCount>['of'];
  readonly query: PagesOf<R>;
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
      <MoreRows query={query} skeleton={skeleton} none={<Empty title={empty.title}>{empty.hint}</Empty>}>
        {(rows, total) => (
          <>
            <ListCount of={of} count={total} />
            {children(rows)}
          </>
        )}
      </MoreRows>
    </>
  );
}
