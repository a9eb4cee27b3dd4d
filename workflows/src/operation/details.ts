import { setCurrentDetails } from '@temporalio/workflow';
import { type OperationState, type Progress, totalOf } from '@tinhgon/rules/operation/operation';
import { fill, wordsOf } from '../words.ts';
import type { OperationInput } from './messages.ts';

/** What a supervisor reads on top of the workflow's page: how far it is, what was refused, what has failed. */
export function operationDetails(
  { deployment, id, kind, by }: Omit<OperationInput, 'startsAt' | 'from'>,
  state: OperationState,
  progress: Progress,
): string {
  const { supervisor } = wordsOf(deployment.locale);
  const words = supervisor.operation;
  return [
    `### ${words.kind[kind]}`,
    fill(supervisor.phase, { phase: words.state[state] }),
    fill(words.progress, { ...progress, total: totalOf(progress) }),
    fill(words.by, { by: by.name }),
    `[${supervisor.open}](${deployment.publicUrl}/operations/${id})`,
  ].join('\n\n');
}

export function showOperation(input: OperationInput, state: OperationState, progress: Progress): void {
  setCurrentDetails(operationDetails(input, state, progress));
}
