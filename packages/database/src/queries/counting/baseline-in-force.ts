import type { AsAt } from '@tinhgon/rules/counting';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { baselinesCte, inBaseCte } from './counted.ts';

/** The baseline a programme is measured against on a day, as it was known; null before its first. */
export async function baselineInForce(db: Db, programme: string, asked: AsAt): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with ${baselinesCte(asked, programme)}, ${inBaseCte(asked)} select id from in_base`.execute(db);
  return rows[0]?.id ?? null;
}
