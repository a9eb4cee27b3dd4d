import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnnounce } from '../../components/announcer.tsx';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { CommandFailure } from '../../server/use-command.ts';

/** Gives or ends a delegation: the failure to show, and everything it changes read anew. */
export function useDelegating<TInput>(
  call: (input: TInput) => Promise<unknown>,
  done: string,
  onDone?: () => void,
) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const mutation = useMutation({ mutationFn: call });
  const run = async (input: TInput) => {
    setFailure(null);
    try {
      await mutation.mutateAsync(input);
      await Promise.all(
        [trpc.delegations, trpc.inbox, trpc.me].map((noun) =>
          cache.invalidateQueries({ queryKey: noun.pathKey() }),
        ),
      );
      announce(done);
      onDone?.();
    } catch (error) {
      setFailure(failureOf(error) ?? { code: NO_ANSWER, message: '', logId: '' });
    }
  };
  return { run, pending: mutation.isPending, input: mutation.variables, failure };
}
