import { sql } from 'kysely';
import type { AsAt } from '@tinhgon/rules/counting';
import type { ProcedureView } from '@tinhgon/rules/views/totals';
import type { DocumentType } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';
import { titleThen } from '../then/names-then.ts';

type EvidenceLine = ProcedureView['evidence'][number];
type Part = EvidenceLine['announcement'];

interface Row {
  procedure_code: string;
  document_code: string;
  type: DocumentType;
  title: string;
  number: string | null;
  signed_on: string | null;
  in_force_on: string | null;
  recorded_by: string | null;
  recorded_at: string | null;
  announcement: Part;
  entry: Part;
}

/**
 * The evidence of procedures, document by document, as it was known at a moment, and under the titles of the day. A document without evidence
 * stands there too: it is what is missing.
 */
export async function evidenceOfProcedures(
  db: Db,
  codes: readonly string[],
  programme: string | null,
  asked: AsAt,
): Promise<Map<string, EvidenceLine[]>> {
  if (codes.length === 0) return new Map();
  const { knownAt } = asked;
  const known = (table: string) =>
    sql`${sql.ref(`${table}.known_from`)} <= ${knownAt}::timestamptz
      and (${sql.ref(`${table}.superseded_at`)} is null or ${sql.ref(`${table}.superseded_at`)} > ${knownAt}::timestamptz)`;
  const part = (kind: string) => sql`
    left join lateral (
      select json_build_object('number', e.number, 'date', e.date, 'recordedBy', e.recorded_by_name,
        'recordedAt', to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as fact
      from evidence_procedure ep join evidence e using (document_code, evidence_id)
      where ep.document_code = l.document_code and ep.procedure_code = l.procedure_code and ep.kind = ${kind}
        and ${known('ep')}
      order by ep.date, ep.evidence_id limit 1
    ) ${sql.ref(kind === 'announcement' ? 'announcement' : 'entry')} on true`;
  const { rows } = await sql<Row>`
    with l as (
      select distinct procedure_code, document_code from link
      where procedure_code = any(${codes}::text[]) and (${programme}::text is null or programme = ${programme}::text)
        and known_from <= ${knownAt}::timestamptz and (known_to is null or known_to > ${knownAt}::timestamptz)
    )
    select l.procedure_code, l.document_code, d.type,
      coalesce(${titleThen(sql`'document'`, sql.ref('l.document_code'), asked)}, l.document_code) as title, p.number, p.date as signed_on, p.in_force_on,
      p.recorded_by_name as recorded_by, p.recorded_at, announcement.fact as announcement, entry.fact as entry
    from l join document d on d.code = l.document_code
    left join evidence p on p.document_code = l.document_code and p.kind = 'promulgation' and ${known('p')}
    ${part('announcement')} ${part('database-entry')}
    order by l.procedure_code, p.in_force_on nulls last, l.document_code`.execute(db);
  const lines = new Map<string, EvidenceLine[]>();
  for (const row of rows) {
    const line: EvidenceLine = {
      documentCode: row.document_code,
      type: row.type,
      number: row.number,
      title: row.title,
      signedOn: row.signed_on,
      inForceOn: row.in_force_on,
      announcement: row.announcement,
      databaseEntry: row.entry,
      recordedBy: row.recorded_by,
      recordedAt: row.recorded_at,
    };
    lines.set(row.procedure_code, [...(lines.get(row.procedure_code) ?? []), line]);
  }
  return lines;
}
