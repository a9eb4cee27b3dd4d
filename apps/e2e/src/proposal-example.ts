import { randomUUID } from 'node:crypto';
import { apiAs } from './api-client.ts';
import { untouchedProcedures } from './baseline-procedure.ts';

/** A day no other journey asks about. */
export const FAR_DAY = '2090-01-01';

/** A change of the baseline that waits for a second person. */
export async function proposalExample(): Promise<string> {
  const office = await apiAs('dau-moi');
  const [procedure] = await untouchedProcedures(office, 1);
  const id = randomUUID();
  await office.request('POST', '/programmes/896/baseline-proposals', {
    id,
    date: FAR_DAY,
    reason: 'Không còn được thực hiện',
    members: { add: [], remove: [procedure?.code] },
  });
  return id;
}
