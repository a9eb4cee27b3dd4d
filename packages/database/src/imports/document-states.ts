import { sql } from 'kysely';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { Trx } from '../schema.ts';

export async function documentStates(
  trx: Trx,
  codes: readonly string[],
): Promise<Map<string, DocumentState>> {
  const rows = await trx
    .selectFrom('document')
    .select(['code', 'state'])
    .where('code', '=', sql<string>`any(${[...new Set(codes)]}::text[])`)
    .execute();
  return new Map(rows.map(({ code, state }) => [code, state]));
}
