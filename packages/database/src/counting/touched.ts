import { sql } from 'kysely';
import type { RowChanges } from '../rows/row-changes.ts';
import type { Trx } from '../schema.ts';

/** The procedures whose count may be another one after these changes. Asked after the links are written. */
export async function touchedProcedures(trx: Trx, changes: RowChanges): Promise<Set<string>> {
  const documents = new Set([
    ...changes.evidence.map((row) => row.document_code),
    ...changes.superseded.map(({ documentCode }) => documentCode),
  ]);
  const touched = new Set([
    ...changes.links.map(({ procedureCode }) => procedureCode),
    ...changes.costs.flatMap(({ row }) => row['procedure_code'] ?? []),
  ]);
  if (documents.size === 0) return touched;
  const { rows } = await sql<{ code: string }>`
    select distinct procedure_code as code from link where document_code = any(${[...documents]}::text[])`.execute(
    trx,
  );
  for (const { code } of rows) touched.add(code);
  return touched;
}

/** The plans that may propose something else after these changes. */
export function touchedPlans(changes: RowChanges): Set<string> {
  return new Set([
    ...changes.links.map(({ planCode }) => planCode),
    ...changes.costs.flatMap(({ row }) => row['plan_code'] ?? []),
  ]);
}

/** The plans that ever proposed something for one of the procedures. */
export async function plansOf(trx: Trx, procedureCodes: readonly string[]): Promise<string[]> {
  if (procedureCodes.length === 0) return [];
  const { rows } = await sql<{ code: string }>`
    select distinct plan_code as code from link where procedure_code = any(${procedureCodes}::text[])`.execute(
    trx,
  );
  return rows.map(({ code }) => code);
}
