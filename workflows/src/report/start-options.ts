import { TASK_QUEUE } from '../subject/messages.ts';
import { summary } from '../subject/start-options.ts';
import { fill, wordsOf } from '../words.ts';
import type { ReportInput } from './report.ts';

/** Everything but the conflict policies of `client.workflow.start`. */
export function reportStartOptions(
  input: ReportInput,
  about: { readonly programme: string; readonly asAt: string; readonly by: string },
  taskQueue: string = TASK_QUEUE,
) {
  const { report, open } = wordsOf(input.deployment.locale).supervisor;
  return {
    workflowType: 'report' as const,
    workflowId: `report/${input.id}`,
    taskQueue,
    staticSummary: summary(fill(report.title, about)),
    staticDetails: `[${open}](${input.deployment.publicUrl}/reports)`,
    args: [input] as [ReportInput],
  };
}
