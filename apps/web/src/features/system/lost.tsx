import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Note } from '../../components/note.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Connections } from './connections.tsx';

const AGAIN_MS = 5_000;
const answer = z.object({ database: z.boolean(), temporal: z.boolean() });

/**
 * The page's own question was not answered, as when nobody can be looked up any more: `/readyz` asks for nobody and says
 * what is away, where it can be reached.
 */
export function Lost({ since }: { readonly since: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ready = useQuery({
    queryKey: ['readyz'],
    queryFn: async () => answer.parse(await (await fetch('/readyz')).json()),
    refetchInterval: AGAIN_MS,
    retry: false,
    staleTime: 0,
  });
  return (
    <Note
      tone="late"
      role="alert"
      title={t('system.lost', { time: format.clock(new Date(since).toISOString()) })}
    >
      <p>{t('system.lostText')}</p>
      {ready.data && (
        <>
          <p>{t('system.answers', { time: format.clock(new Date(ready.dataUpdatedAt).toISOString()) })}</p>
          <Connections
            ready={{
              database: ready.data.database ? 'ready' : 'silent',
              temporal: ready.data.temporal ? 'ready' : 'silent',
            }}
          />
        </>
      )}
    </Note>
  );
}
