import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../components/announcer.tsx';
import { failureOf, NO_ANSWER } from './failure.ts';
import { useTRPC } from './trpc.ts';
import type { CommandFailure } from './use-command.ts';

/** Saves what the catalogue keeps: the failure to show, and everything that names it read anew. */
export function useSave<TInput>(save: (input: TInput) => Promise<unknown>, onDone: () => void = () => {}) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const mutation = useMutation({ mutationFn: save });
  const run = async (input: TInput) => {
    setFailure(null);
    try {
      await mutation.mutateAsync(input);
      await Promise.all(
        [
          trpc.catalogue,
          trpc.me,
          trpc.programmes,
          trpc.baselines,
          trpc.procedures,
          trpc.terms,
          trpc.figures,
          trpc.indicators,
          trpc.programmeTasks,
          trpc.reports,
          trpc.imports,
          trpc.webhooks,
        ].map((noun) => cache.invalidateQueries({ queryKey: noun.pathKey() })),
      );
      announce(t('catalogue.saved'));
      onDone();
    } catch (error) {
      setFailure(failureOf(error) ?? { code: NO_ANSWER, message: '', logId: '' });
    }
  };
  return { run, pending: mutation.isPending, failure };
}
