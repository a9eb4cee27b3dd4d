import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, NO_ANSWER } from '../server/failure.ts';
import { FailureNote } from './failure-note.tsx';

interface Query<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  refetch(): unknown;
}

interface LoadedProps<T> {
  readonly query: Query<T>;
  /** Stands in for the content with the same measures, so that nothing jumps. */
  readonly skeleton: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Shows a query in all its states; data once shown stays while newer data is fetched. */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.error && !query.isFetching) {
    const failure = failureOf(query.error) ?? { code: NO_ANSWER, message: '', logId: '' };
    return (
      <FailureNote failure={failure}>
        <Button variant="default" onClick={() => void query.refetch()}>
          {t('app.retry')}
        </Button>
      </FailureNote>
    );
  }
  return (
    <div aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('app.loading')}
      </span>
      {skeleton}
    </div>
  );
}
