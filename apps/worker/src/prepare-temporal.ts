import { setTimeout as sleep } from 'node:timers/promises';
import type { NativeConnection } from '@temporalio/worker';
import { SEARCH_ATTRIBUTE_KEYS } from '@tinhgon/workflows/subject/search-attributes';

/** How long ended workflows can be looked at in the Temporal UI; the record keeps their story for good. */
const RETENTION_S = 30 * 86_400;
const PATIENCE_MS = 60_000;
/** `temporal.api.enums.v1.IndexedValueType`. */
const TYPES = { TEXT: 1, KEYWORD: 2, INT: 3, DOUBLE: 4, BOOL: 5, DATETIME: 6, KEYWORD_LIST: 7 } as const;

/** Makes the namespace and registers the search attributes that are missing. Doing it again changes nothing. */
export async function prepareTemporal(
  { workflowService, operatorService }: Pick<NativeConnection, 'workflowService' | 'operatorService'>,
  namespace: string,
): Promise<void> {
  try {
    const workflowExecutionRetentionPeriod = { seconds: RETENTION_S as never };
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  } catch (error) {
    if (!/already exists/i.test(String(error))) throw error;
  }
  // A server needs some seconds to know of a namespace that was just made.
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(500)) {
    try {
      const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
      const missing = SEARCH_ATTRIBUTE_KEYS.filter(({ name }) => customAttributes[name] === undefined);
      if (missing.length === 0) return;
      const searchAttributes = Object.fromEntries(missing.map(({ name, type }) => [name, TYPES[type]]));
      await operatorService.addSearchAttributes({ namespace, searchAttributes });
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
