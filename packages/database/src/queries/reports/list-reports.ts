import { sharePercent } from '@tinhgon/rules/share';
import type { reportListInput, ReportView } from '@tinhgon/rules/views/report';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Db, Schema } from '../../schema.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';

const place = z.tuple([z.iso.datetime(), word(60)]);
type Row = Selectable<Schema['report']> & {
  name_vi: string;
  name_en: string | null;
  files: ReportView['files'];
  signatures: ReportView['signatures'];
};

const COLUMNS = sql`r.*, p.name_vi, p.name_en, coalesce((
  select json_agg(json_build_object('format', f.format, 'annex', f.annex, 'name', f.name, 'bytes', f.bytes,
    'sha256', f.sha256) order by f.format, f.annex) from report_file f where f.report = r.id), '[]') as files,
  coalesce((
    select json_agg(json_build_object('version', s.version, 'number', s.number, 'signedOn', s.signed_on,
      'file', case when s.sha256 is not null then json_build_object('name', s.file_name, 'mime', s.mime,
        'bytes', s.bytes, 'sha256', s.sha256, 'comparison', json_build_object(
          'outcome', coalesce(c.outcome, 'waiting'), 'missing', coalesce(c.missing, '[]'))) end,
      'originals', s.originals, 'by', s.recorded_by, 'at', to_char(s.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'takenBack', s.taken_back) order by s.version desc)
    from report_signature s left join signed_copy_check c on c.report = s.report and c.sha256 = s.sha256
    where s.report = r.id), '[]') as signatures`;

/** A page of reports, the newest first; everyone signed in sees them: they hold what everyone sees. */
export async function listReports(
  db: Db,
  asked: z.output<typeof reportListInput>,
): Promise<{ items: ReportView[]; total: number; nextCursor: string | null }> {
  const { programme, cursor, limit } = asked;
  const where = programme === undefined ? sql`true` : sql`r.programme = ${programme}`;
  const [at, id] = placeOf(place, cursor) ?? [];
  const after = at === undefined ? sql`` : sql`and (r.asked_at, r.id::text) < (${at}::timestamptz, ${id})`;
  const [page, all] = await Promise.all([
    sql<Row>`
      select ${COLUMNS} from report r join programme p on p.code = r.programme where ${where} ${after}
      order by r.asked_at desc, r.id::text desc limit ${limit + 1}`.execute(db),
    sql<{ n: number }>`select count(*)::int as n from report r where ${where}`.execute(db),
  ]);
  const rows = page.rows.slice(0, limit);
  const last = page.rows.length > limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(viewOf),
    total: all.rows[0]?.n ?? 0,
    nextCursor: last ? cursorOf([last.asked_at, last.id]) : null,
  };
}

export async function getReport(db: Db, id: string): Promise<ReportView | null> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from report r join programme p on p.code = r.programme
    where r.id = ${id}::uuid`.execute(db);
  return rows[0] ? viewOf(rows[0]) : null;
}

const viewOf = (row: Row): ReportView => ({
  id: row.id,
  programme: row.programme,
  programmeName: { vi: row.name_vi, en: row.name_en },
  asAt: row.as_at,
  knownAt: row.known_at,
  language: row.language,
  templateVersion: row.template_version,
  state: row.state,
  done: row.done,
  total: row.total,
  askedBy: { id: row.asked_by_id, name: row.asked_by_name },
  askedAt: row.asked_at,
  finishedAt: row.finished_at,
  simplified: row.simplified,
  baseline: row.baseline,
  sharePercent:
    row.simplified === null || row.baseline === null ? null : sharePercent(row.simplified, row.baseline),
  // What a report that could not be made has left is nothing to read.
  files: row.state === 'done' ? row.files : [],
  signatures: row.signatures,
});
