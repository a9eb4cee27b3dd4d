import type { PersonRef } from '@tinhgon/rules/actor';
import type { Trx } from '../schema.ts';

/** Names of people by id. */
export async function peopleById(
  trx: Trx,
  ids: readonly (string | undefined)[],
): Promise<Map<string, PersonRef>> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  if (wanted.length === 0) return new Map();
  const rows = await trx.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, row]));
}
