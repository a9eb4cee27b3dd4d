import type { FunctionSeatView } from '@tinhgon/rules/views/terms';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';

/** Which agency each national function belongs to and belonged to, newest first within each function. */
export async function listFunctionSeats(db: Db): Promise<FunctionSeatView[]> {
  const rows = await db
    .selectFrom('function_seat')
    .selectAll()
    .orderBy('function')
    .orderBy('from', 'desc')
    .execute();
  const refOf = await agencyRefs(db, [...new Set(rows.map(({ agency }) => agency))]);
  return rows.map((row) => ({ ...row, agency: refOf(row.agency) }));
}
