import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MarkInput } from '@tinhgon/rules/views/notification';
import { useState } from 'react';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { CommandFailure } from '../../server/use-command.ts';

/** What was marked last, so that it can be taken back. */
interface Marked {
  readonly ids: readonly string[];
  readonly read: boolean;
}

/** Marks reminders as read or unread, and takes the last of it back. */
export function useMark() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const mutation = useMutation(trpc.notifications.mark.mutationOptions());
  const [marked, setMarked] = useState<Marked | null>(null);
  const [failure, setFailure] = useState<CommandFailure | null>(null);

  async function send(input: MarkInput): Promise<readonly string[] | null> {
    setFailure(null);
    try {
      const { ids } = await mutation.mutateAsync(input);
      await Promise.all(
        [trpc.notifications, trpc.me].map((noun) => cache.invalidateQueries({ queryKey: noun.pathKey() })),
      );
      return ids;
    } catch (error) {
      setFailure(failureOf(error) ?? { code: NO_ANSWER, message: '', logId: '' });
      return null;
    }
  }

  return {
    pending: mutation.isPending,
    failure,
    marked,
    mark: async (input: MarkInput) => {
      const ids = await send(input);
      if (ids) setMarked({ ids, read: 'upTo' in input || input.read });
    },
    undo: async () => {
      if (!marked || marked.ids.length === 0) return;
      const ids = await send({ ids: [...marked.ids], read: !marked.read });
      if (ids) setMarked(null);
    },
  };
}
