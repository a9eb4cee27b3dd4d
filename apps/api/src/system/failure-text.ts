import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import {
  decodeOptionalFailureToOptionalError,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow/index.js';

type History = Awaited<ReturnType<Client['workflowService']['getWorkflowExecutionHistoryReverse']>>;
/** A failure as Temporal keeps it, its words encrypted. */
export type Failure = NonNullable<
  NonNullable<
    NonNullable<NonNullable<History['history']>['events']>[number]['workflowTaskFailedEventAttributes']
  >['failure']
>;

const MOST = 300;

/** What a failure says, as text for whoever repairs it. */
export function failureText(dataConverter: DataConverter) {
  const converter = loadDataConverter(dataConverter);
  return async (failure: Failure | null | undefined): Promise<string | null> => {
    try {
      const error = await decodeOptionalFailureToOptionalError(converter, failure);
      return error ? withoutQuotes(error.message) : null;
    } catch {
      // Under a payload key this process does not hold.
      return null;
    }
  };
}

/** The first line, without what it quotes: that may be the content of a plan, which is not an administrator's to read. */
export function withoutQuotes(message: string): string {
  const [line = ''] = message.split('\n', 1);
  const text = line.replaceAll(/"[^"]*"/g, '“…”');
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}
