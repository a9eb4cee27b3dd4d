import { type Hash, hashOf } from '@tinhgon/rules/hash';
import type { Db } from './schema.ts';

/** Keeps a JSON value under its hash, before the command that names it. Storing the same twice is one row. */
export async function storeContent(db: Db, json: unknown): Promise<Hash> {
  const hash = hashOf(json);
  await db
    .insertInto('content')
    .values({ hash, json: JSON.stringify(json) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return hash;
}

/** The content rows of these hashes; one that is not known is missing from the answer. */
export async function contentsOf(db: Db, hashes: readonly Hash[]): Promise<Map<Hash, unknown>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('content')
    .selectAll()
    .where('hash', 'in', [...new Set(hashes)])
    .execute();
  return new Map(rows.map(({ hash, json }) => [hash, json]));
}
