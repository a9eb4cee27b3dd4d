import type { Actor } from '@tinhgon/rules/actor';
import { timingOf } from '@tinhgon/rules/clock';
import type { inspectionListInput, InspectionSummary } from '@tinhgon/rules/views/inspection';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Schema } from '../../schema.ts';
import { agencyRefs, type AgencyRef } from '../agency-refs.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';
import type { ReadOn } from '../reader.ts';
import { daysToGo } from '../steps/days-to-go.ts';
import { visibleInspections } from './visible-inspections.ts';

export type InspectionRow = Omit<Schema['inspection'], 'state'>;
const place = z.tuple([z.iso.datetime(), word(200)]);

/** A page of the inspections that exist for the reader, newest first. */
export async function listInspections(
  db: Db,
  actor: Actor,
  asked: z.output<typeof inspectionListInput>,
  on: ReadOn,
): Promise<{ items: InspectionSummary[]; total: number; nextCursor: string | null }> {
  const conditions = [
    visibleInspections(actor),
    ...(asked.phase === undefined ? [] : [sql`phase = ${asked.phase}`]),
    ...(asked.agency === undefined ? [] : [sql`agency = ${asked.agency}`]),
  ];
  const where = sql.join(conditions, sql` and `);
  const [at, code] = placeOf(place, asked.cursor) ?? [];
  const after = at === undefined ? sql`` : sql`and (opened_at, code) < (${at}::timestamptz, ${code})`;
  const [page, all] = await Promise.all([
    sql<InspectionRow>`
      select code, phase, agency, subject, opened_at, findings, ended, next_deadline
      from inspection where ${where} ${after}
      order by opened_at desc, code desc limit ${asked.limit + 1}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from inspection where ${where}`.execute(db),
  ]);
  const rows = page.rows.slice(0, asked.limit);
  const last = page.rows.length > asked.limit ? rows.at(-1) : undefined;
  const refOf = await agencyRefs(
    db,
    rows.map((row) => row.agency),
  );
  return {
    items: rows.map((row) => inspectionSummaryOf(row, refOf(row.agency), on)),
    total: all.rows[0]?.total ?? 0,
    nextCursor: last ? cursorOf([last.opened_at, last.code]) : null,
  };
}

export function inspectionSummaryOf(
  row: InspectionRow,
  agency: AgencyRef,
  { today, calendar }: ReadOn,
): InspectionSummary {
  const { code, phase, subject, opened_at: openedAt, findings, ended, next_deadline: nextDeadline } = row;
  return {
    code,
    phase,
    agency,
    subject,
    openedAt,
    findings,
    ended,
    nextDeadline,
    timing: nextDeadline === null ? null : timingOf(nextDeadline, today, calendar),
    daysLate: daysToGo(nextDeadline, today, calendar).daysLate,
  };
}
