import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ChainView } from '@tinhgon/rules/views/terms';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../components/loaded.tsx';
import { SkeletonLines } from '../../../components/skeleton-lines.tsx';
import { useTRPC } from '../../../server/trpc.ts';
import { ReplanList } from './replan-list.tsx';
import { ReplanStart } from './replan-start.tsx';

/** Moves what is open under other versions of the chain to this one: first a dry run, then the move. */
export function ChainMove({ chain }: { readonly chain: ChainView }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const { id, version } = chain;
  const query = useQuery({
    ...trpc.terms.previewChain.queryOptions({ id, version }),
    enabled: open,
    gcTime: 0,
  });
  if (!open) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('terms.moveTo', { version })}
      </Button>
    );
  }
  return (
    <section aria-label={t('terms.moveTo', { version })}>
      <h2>{t('terms.moveTo', { version })}</h2>
      <Loaded query={query} skeleton={<SkeletonLines count={6} />}>
        {(preview) => (
          <>
            <ReplanList preview={preview} />
            <Group gap="sm" mt="md">
              <ReplanStart
                what={{ of: 'chain', id, version }}
                count={preview.total - preview.blocked}
                label={t('terms.startMove', { count: preview.total - preview.blocked })}
              />
              <Button variant="default" onClick={() => setOpen(false)}>
                {t('app.cancel')}
              </Button>
            </Group>
          </>
        )}
      </Loaded>
    </section>
  );
}
