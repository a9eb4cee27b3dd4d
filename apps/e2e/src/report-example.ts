import { randomUUID } from 'node:crypto';
import { reportView } from '@tinhgon/rules/views/report';
import type { Api } from './api-client.ts';
import { until } from './until.ts';

/** A report that was made, for the page of reports to show. */
export async function reportExample(reader: Api): Promise<void> {
  const id = randomUUID();
  await reader.request('POST', '/reports', { id, programme: '896', asAt: '2024-12-31' });
  await until(`report ${id} is made`, async () => {
    const { state } = reportView.parse(await reader.request('GET', `/reports/${id}`));
    return state === 'done' ? true : null;
  });
}
