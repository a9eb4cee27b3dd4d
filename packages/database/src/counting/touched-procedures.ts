import { sql } from 'kysely';
import type { RowChanges } from '../rows/row-changes.ts';
import type { Trx } from '../schema.ts';

/** The procedures whose count may be another one after these changes. Asked after the links are written. */
export async function touchedProcedures(trx: Trx, changes: RowChanges): Promise<Set<string>> {
  const documents = new Set([
    ...changes.evidence.map((row) => row.document_code),
    ...changes.superseded.map(({ documentCode }) => documentCode),
  ]);
  const touched = new Set(changes.links.map(({ procedureCode }) => procedureCode));
  if (documents.size === 0) return touched;
  const { rows } = await sql<{ code: string }>`
    select distinct procedure_code as code from link where document_code = any(${[...documents]}::text[])`.execute(
    trx,
  );
  for (const { code } of rows) touched.add(code);
  return touched;
}
