import { TASK_QUEUE } from '../subject/messages.ts';
import { summary } from '../subject/start-options.ts';
import { fill, wordsOf } from '../words.ts';
import { type OperationInput, operationSubject } from './messages.ts';

/** Everything but the conflict policies of `client.workflow.start`. */
export function operationStartOptions(input: OperationInput, taskQueue: string = TASK_QUEUE) {
  const { operation, open } = wordsOf(input.deployment.locale).supervisor;
  return {
    workflowType: 'operation' as const,
    workflowId: operationSubject(input.id),
    taskQueue,
    staticSummary: summary(fill(operation.title, { kind: operation.kind[input.kind], by: input.by.name })),
    staticDetails: `[${open}](${input.deployment.publicUrl}/operations/${input.id})`,
    args: [input] as [OperationInput],
  };
}
