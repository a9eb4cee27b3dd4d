import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { isEnded, type OperationCommandType } from '@tinhgon/rules/operation/operation';
import type { OperationView } from '@tinhgon/rules/views/operation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExplainedButton } from '../../components/explained-button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { CommandIds } from '../../server/command-id.ts';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import styles from './operation.module.css';

/** Pause, go on, end, try again what failed; undo a change of agencies that has ended. */
export function OperationActions({ operation }: { readonly operation: OperationView }) {
  const { t } = useTranslation();
  const { id, state, actions, undo, change, kind, progress } = operation;
  const navigate = useNavigate();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [ids] = useState(() => new CommandIds());
  const command = useMutation({
    mutationFn: (type: OperationCommandType) =>
      client.operations.command.mutate({ id, command: { commandId: ids.idFor(type), type } }),
    onSuccess: () => ids.answered(),
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.operations.pathKey() }),
  });
  const undoing = useMutation({
    mutationFn: () => client.operations.undo.mutate({ id, commandId: ids.idFor('undo') }),
    onSuccess: (started) => navigate({ to: '/operations/$code', params: { code: started.id } }),
  });
  const error = command.error ?? undoing.error;
  const shown: OperationCommandType[] = isEnded(state)
    ? []
    : [
        state === 'paused' ? 'resume' : 'pause',
        ...(progress.failed > 0 ? (['retry'] as const) : []),
        'cancel',
      ];
  return (
    <>
      {error && <FailureNote failure={failureOf(error) ?? { code: NO_ANSWER, message: '', logId: '' }} />}
      <div className={`${styles.buttons} no-print`}>
        {shown.map((type) => (
          <ExplainedButton
            key={type}
            variant="default"
            may={actions[type]}
            loading={command.isPending && command.variables === type}
            onClick={() => command.mutate(type)}
          >
            {t(`operation.command.${type}`)}
          </ExplainedButton>
        ))}
        {change && isEnded(state) && kind !== 'undo' && (
          <ExplainedButton
            variant="default"
            may={undo}
            loading={undoing.isPending}
            onClick={() => undoing.mutate()}
          >
            {t('operation.undo')}
          </ExplainedButton>
        )}
        {change && isEnded(state) && (
          <ExplainedButton variant="default" may={{ allowed: true }} onClick={() => print()}>
            {t('operation.print')}
          </ExplainedButton>
        )}
      </div>
    </>
  );
}
