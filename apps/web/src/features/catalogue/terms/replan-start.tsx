import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReplanWhat } from '@tinhgon/rules/views/terms';
import { useState } from 'react';
import { FailureNote } from '../../../components/failure-note.tsx';
import { failureOf, NO_ANSWER } from '../../../server/failure.ts';
import { useTRPCClient } from '../../../server/trpc.ts';

interface ReplanStartProps {
  readonly what: ReplanWhat;
  /** How many would change; with none there is nothing to start. */
  readonly count: number;
  readonly label: string;
}

/** Starts the operation and shows how it goes on. Pressed twice it starts once. */
export function ReplanStart({ what, count, label }: ReplanStartProps) {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const [commandId] = useState(() => crypto.randomUUID());
  const start = useMutation({ mutationFn: () => client.terms.startReplan.mutate({ commandId, what }) });
  const run = async () => {
    const started = await start.mutateAsync().catch(() => null);
    if (started) await navigate({ to: '/operations/$code', params: { code: started.id } });
  };
  const failure = start.error && (failureOf(start.error) ?? { code: NO_ANSWER, message: '', logId: '' });
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <Button loading={start.isPending} disabled={count === 0} onClick={() => void run()}>
        {label}
      </Button>
    </>
  );
}
