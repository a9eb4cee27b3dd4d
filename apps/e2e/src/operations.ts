import { randomUUID } from 'node:crypto';
import { operationView } from '@tinhgon/rules/views/operation';
import type { Api } from './api-client.ts';
import { until } from './until.ts';

/** Returns plans as if they had been seen in an older version, so that every one is refused; answers the operation. */
export async function bulkReturn(reader: Api, codes: readonly string[]): Promise<string> {
  const id = randomUUID();
  const items = codes.map((code) => ({
    kind: 'plan',
    code,
    expectedVersion: 0,
    contentHash: '0'.repeat(64),
  }));
  await reader.request('POST', '/operations', {
    commandId: id,
    action: { type: 'return', reason: 'Thiếu căn cứ' },
    items,
  });
  await ended(reader, id);
  return id;
}

/** Waits until an operation has ended. */
const ended = (reader: Api, id: string): Promise<true> =>
  until(`operation ${id} has ended`, async () => {
    const answer = operationView.parse(await reader.request('GET', `/operations/${id}`));
    return answer.state === 'done' ? true : null;
  });
