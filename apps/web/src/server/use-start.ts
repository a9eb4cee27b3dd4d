import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StartAnswer } from '@tinhgon/rules/views/feed';
import { useState } from 'react';
import { CommandIds } from './command-id.ts';
import { failureOf, isPassing, NO_ANSWER } from './failure.ts';
import type { CommandFailure } from './use-command.ts';
import { useTRPC } from './trpc.ts';

/** Begins a bottleneck, campaign or inspection: its code, or the failure to show. Asked again, it is begun once. */
export function useStart<Input extends { readonly commandId: string }>(
  begin: (input: Input) => Promise<StartAnswer>,
) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [ids] = useState(() => new CommandIds());
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const mutation = useMutation({ mutationFn: begin });
  const run = async (input: Omit<Input, 'commandId'>): Promise<StartAnswer | null> => {
    setFailure(null);
    try {
      const answer = await mutation.mutateAsync({ ...input, commandId: ids.idFor(input) } as Input);
      ids.answered();
      await Promise.all(
        [trpc.bottlenecks, trpc.campaigns, trpc.inspections].map((noun) =>
          cache.invalidateQueries({ queryKey: noun.pathKey() }),
        ),
      );
      return answer;
    } catch (error) {
      const said = failureOf(error);
      if (said && !isPassing(error)) ids.answered();
      setFailure(said ?? { code: NO_ANSWER, message: '', logId: '' });
      return null;
    }
  };
  return { run, pending: mutation.isPending, failure };
}
