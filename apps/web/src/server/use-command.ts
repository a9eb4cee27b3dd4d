import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DocumentCommand, documentCommandSchema } from '@tinhgon/rules/document/command';
import { type PlanCommand, planCommandSchema } from '@tinhgon/rules/plan/command';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import { useState } from 'react';
import type { z } from 'zod';
import { CommandIds } from './command-id.ts';
import { type Failure, failureOf, isPassing, NO_ANSWER } from './failure.ts';
import { useTRPC, useTRPCClient } from './trpc.ts';
import { useConfirmation } from './use-confirmation.ts';

export type Body<T> = T extends unknown ? Omit<T, 'commandId' | 'expectedVersion'> : never;
export type PlanCommandBody = Body<PlanCommand>;
export type DocumentCommandBody = Body<DocumentCommand>;

/** A "no" the screens can explain; `NO_ANSWER` when nothing came back. */
export interface CommandFailure extends Omit<Failure, 'code'> {
  readonly code: Failure['code'] | typeof NO_ANSWER;
}

export interface CommandSender<TBody> {
  /** Resolves to the answer, or null when it was refused (then `failure` says why). */
  send(body: TBody, expectedVersion: number): Promise<CommandAnswer | null>;
  readonly pending: boolean;
  readonly failure: CommandFailure | null;
  clear(): void;
}

/** The nouns of the router whose subjects take commands. */
type Noun = 'plans' | 'documents' | 'bottlenecks' | 'campaigns' | 'inspections';

export function useSender<TBody>(
  noun: Noun,
  call: (input: { commandId: string; expectedVersion: number } & TBody) => Promise<CommandAnswer>,
): CommandSender<TBody> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [ids] = useState(() => new CommandIds());
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const mutation = useMutation({ mutationFn: call });

  return {
    pending: mutation.isPending,
    failure,
    clear: () => setFailure(null),
    async send(body, expectedVersion) {
      setFailure(null);
      const commandId = ids.idFor({ body, expectedVersion });
      try {
        const answer = await mutation.mutateAsync({ ...body, commandId, expectedVersion });
        ids.answered();
        await Promise.all([
          cache.invalidateQueries({ queryKey: trpc[noun].pathKey() }),
          cache.invalidateQueries({ queryKey: trpc.me.pathKey() }),
        ]);
        return answer;
      } catch (error) {
        const said = failureOf(error);
        if (said && !isPassing(error)) ids.answered();
        setFailure(said ?? { code: NO_ANSWER, message: '', logId: '' });
        return null;
      }
    },
  };
}

export function usePlanCommand(code: string): CommandSender<PlanCommandBody> {
  const client = useTRPCClient();
  const confirm = useConfirmation();
  return useSender('plans', async (given) => {
    const command = asRead(planCommandSchema, given);
    return await client.plans.command.mutate({ code, command, ...(await confirm(`plan/${code}`, command)) });
  });
}

export function useDocumentCommand(code: string): CommandSender<DocumentCommandBody> {
  const client = useTRPCClient();
  const confirm = useConfirmation();
  return useSender('documents', async (given) => {
    const command = asRead(documentCommandSchema, given);
    const confirmed = await confirm(`document/${code}`, command);
    return await client.documents.command.mutate({ code, command, ...confirmed });
  });
}

/** As the API will read it, trimmed; what it will refuse goes as it is, to be refused there. */
function asRead<T>(schema: z.ZodType<T>, given: unknown): T {
  const read = schema.safeParse(given);
  return read.success ? read.data : (given as T);
}
