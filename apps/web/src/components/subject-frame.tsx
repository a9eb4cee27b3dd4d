import { Fragment, type ReactNode, useCallback } from 'react';
import { useNews } from '../server/live.ts';
import { Loaded } from './loaded.tsx';
import { Page } from './page.tsx';
import { SkeletonLines } from './skeleton-lines.tsx';
import { StaleNote } from './stale-note.tsx';

interface SubjectFrameProps<T> {
  /** `{kind}/{code}`: of its changes by others the reader is told. */
  readonly subject: string;
  readonly query: {
    readonly data: T | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly isFetching: boolean;
    readonly dataUpdatedAt: number;
    refetch(): unknown;
  };
  /** Of the page while it is read, or cannot be. */
  readonly title: string;
  readonly children: (data: T, reload: () => void) => ReactNode;
}

/** The page of one subject: while it is read, once it is there, and when others have changed it since. */
export function SubjectFrame<T>({ subject, query, title, children }: SubjectFrameProps<T>) {
  const concerns = useCallback((changed: string) => changed === subject, [subject]);
  const news = useNews(concerns, query.dataUpdatedAt);
  const reload = () => void query.refetch();
  if (query.data === undefined) {
    return (
      <Page title={title}>
        <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return (
    <>
      <StaleNote stale={news.size > 0} onReload={reload} />
      <Fragment key={subject}>{children(query.data, reload)}</Fragment>
    </>
  );
}
