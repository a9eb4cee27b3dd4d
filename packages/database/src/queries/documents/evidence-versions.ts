import type { DocumentView } from '@tinhgon/rules/views/document';
import type { Db } from '../../schema.ts';

/** Every version of every piece of a document's evidence, in the order they were recorded. */
export async function evidenceVersions(db: Db, code: string): Promise<DocumentView['evidence']> {
  const rows = await db
    .selectFrom('evidence')
    .selectAll()
    .where('document_code', '=', code)
    .orderBy('recorded_at')
    .orderBy('evidence_id')
    .execute();
  return rows.map((row) => ({
    id: row.evidence_id,
    kind: row.kind,
    number: row.number,
    date: row.date,
    inForceOn: row.in_force_on,
    procedureCodes: row.procedure_codes,
    recordedBy: {
      id: row.recorded_by_id,
      name: row.recorded_by_name,
      ...(row.on_behalf_of ? { onBehalfOf: row.on_behalf_of } : {}),
    },
    recordedAt: row.recorded_at,
    supersededAt: row.superseded_at,
  }));
}
