import { sql } from 'kysely';
import type { Trx } from '../schema.ts';
import { insertPeriods } from './insert-periods.ts';

/** Procedures counted in one statement: its arrays stay small, and an import of any size takes the same memory. */
const BATCH = 10_000;

/**
 * Makes the periods and cells of procedures again from their links, evidence and agencies, in the transaction that
 * changed any of these. Under the feed's lock, so that no two do it for one procedure at once.
 */
export async function countAnew(trx: Trx, procedureCodes: Iterable<string>): Promise<void> {
  const codes = [...new Set(procedureCodes)];
  for (let start = 0; start < codes.length; start += BATCH) {
    const batch = codes.slice(start, start + BATCH);
    await addToCells(trx, batch, -1);
    await sql`delete from counted_period where procedure_code = any(${batch}::text[])`.execute(trx);
    await insertPeriods(trx, batch);
    await addToCells(trx, batch, 1);
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
  await sql`
    ${intoCells}
    select p.programme, b.id, p.known_from, p.known_to, p.ministries, p.document_code, p.measure, p.counts_on,
      p.counted_ministry, count(*)
    from baseline b
    join baseline_member m on m.baseline_id = b.id
    join counted_period p on p.programme = b.programme and p.procedure_code = m.procedure_code
    where b.id = any(${baselineIds}::text[])
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    ${addUp}`.execute(trx);
}

const COLUMNS = sql`programme, baseline_id, known_from, known_to, ministries, document_code, measure, counts_on, counted_ministry`;
const intoCells = sql`insert into count_cell (${COLUMNS}, procedures)`;
const addUp = sql`on conflict (${COLUMNS}) do update set procedures = count_cell.procedures + excluded.procedures`;

async function addToCells(trx: Trx, codes: readonly string[], sign: 1 | -1): Promise<void> {
  await sql`
    ${intoCells}
    select p.programme, place.baseline_id, p.known_from, p.known_to, p.ministries, p.document_code, p.measure,
      p.counts_on, p.counted_ministry, ${sign}::integer * count(*)
    from counted_period p
    cross join lateral (
      select m.baseline_id from baseline_member m join baseline b on b.id = m.baseline_id
      where m.procedure_code = p.procedure_code and b.programme = p.programme
      union all
      select '' where p.document_code is not null
    ) place
    where p.procedure_code = any(${codes}::text[])
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    ${addUp}`.execute(trx);
}

async function dropEmptyCells(trx: Trx): Promise<void> {
  await sql`delete from count_cell where procedures = 0`.execute(trx);
}
