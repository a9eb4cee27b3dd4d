import { sql } from 'kysely';
import type { Trx } from '../schema.ts';
import { addToCells, dropEmptyCells } from './cells.ts';
import { insertPeriods } from './insert-periods.ts';

/** Procedures counted in one statement: its arrays stay small, and an import of any size takes the same memory. */
const BATCH = 10_000;

/**
 * Makes the periods and cells of procedures again from their links, evidence, costs and agencies, in the transaction that
 * changed any of these. Under the feed's lock, so that no two do it for one procedure at once.
 */
export async function countAnew(trx: Trx, procedureCodes: Iterable<string>): Promise<void> {
  const codes = [...new Set(procedureCodes)];
  for (let start = 0; start < codes.length; start += BATCH) {
    const batch = codes.slice(start, start + BATCH);
    await addProcedures(trx, batch, -1);
    await sql`delete from counted_period where procedure_code = any(${batch}::text[])`.execute(trx);
    await insertPeriods(trx, batch);
    await addProcedures(trx, batch, 1);
  }
  if (codes.length > 0) await dropEmptyCells(trx);
}

/** Adds a new baseline's members to the cells; those nobody has linked or measured before get their first period. */
export async function countBaselines(trx: Trx, baselineIds: readonly string[]): Promise<void> {
  if (baselineIds.length === 0) return;
  const { rows } = await sql<{ code: string }>`
    select distinct m.procedure_code as code
    from baseline_member m join baseline b on b.id = m.baseline_id
    where b.id = any(${baselineIds}::text[]) and not exists (
      select from counted_period p where p.programme = b.programme and p.procedure_code = m.procedure_code)`.execute(
    trx,
  );
  for (let start = 0; start < rows.length; start += BATCH) {
    await insertPeriods(
      trx,
      rows.slice(start, start + BATCH).map(({ code }) => code),
      { missingOnly: true },
    );
  }
  await addToCells(
    trx,
    sql`b.id`,
    sql`
      from baseline b
      join baseline_member m on m.baseline_id = b.id
      join counted_period p on p.programme = b.programme and p.procedure_code = m.procedure_code`,
    sql`b.id = any(${baselineIds}::text[])`,
    1,
  );
}

/** In the cells of every baseline they are members of, and of whatever is linked. */
const addProcedures = (trx: Trx, codes: readonly string[], sign: 1 | -1): Promise<void> =>
  addToCells(
    trx,
    sql`place.baseline_id`,
    sql`
      from counted_period p
      cross join lateral (
        select m.baseline_id from baseline_member m join baseline b on b.id = m.baseline_id
        where m.procedure_code = p.procedure_code and b.programme = p.programme
        union all
        select '' where p.document_code is not null
      ) place`,
    sql`p.procedure_code = any(${codes}::text[])`,
    sign,
  );
