import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** Opening a page again within this time is the same visit: what was new stays marked. */
const VISIT_MINUTES = 30;

/** Up to which event somebody had read, and when. */
export interface ReadMark {
  readonly seq: number;
  readonly at: string;
}

/**
 * Somebody looks at a plan or document up to event `seq`. Answers up to where they had read before this visit; null
 * on the first.
 */
export async function lookAt(
  db: Db,
  personId: string,
  subject: string,
  seq: number,
  now: string,
): Promise<ReadMark | null> {
  const isNew = sql<boolean>`read_mark.at < ${now}::timestamptz - ${`${VISIT_MINUTES} minutes`}::interval`;
  const row = await db
    .insertInto('read_mark')
    .values({ person_id: personId, subject, seq, at: now, since_seq: null, since_at: null })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'subject']).doUpdateSet({
        since_seq: sql`case when ${isNew} then read_mark.seq else read_mark.since_seq end`,
        since_at: sql`case when ${isNew} then read_mark.at else read_mark.since_at end`,
        seq: sql`greatest(read_mark.seq, ${seq}::integer)`,
        at: now,
      }),
    )
    .returning(['since_seq', 'since_at'])
    .executeTakeFirstOrThrow();
  return markOf(row);
}

/** Up to where somebody had read before their present or last visit; null when it is their first. */
export async function lastLook(db: Db, personId: string, subject: string): Promise<ReadMark | null> {
  const row = await db
    .selectFrom('read_mark')
    .select(['since_seq', 'since_at'])
    .where('person_id', '=', personId)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row ? markOf(row) : null;
}

/** Somebody has left: what they had read is nobody's concern. */
export async function forgetLooks(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('read_mark').where('person_id', '=', personId).execute();
}

const markOf = (row: { since_seq: number | null; since_at: string | null }): ReadMark | null =>
  row.since_seq === null || row.since_at === null ? null : { seq: row.since_seq, at: row.since_at };
