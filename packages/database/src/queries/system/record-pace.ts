import type { RecordPace } from '@tinhgon/rules/views/system';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';

const LOOKED_AT = 1_000;
const HOUR_MS = 3_600_000;

/** How the record keeps up: its newest event, how late the last decisions were written, what is still to be started. */
export async function recordPace(db: Db, now: string): Promise<RecordPace> {
  const since = new Date(Date.parse(now) - HOUR_MS).toISOString();
  const [newest, slowest, toStart] = await Promise.all([
    sql<{ position: string; at: string }>`
      select position::text, written_at as at from event order by event.position desc limit 1`.execute(db),
    sql<{ seconds: number | null }>`
      select max(extract(epoch from written_at - at))::float8 as seconds
      from (select at, written_at, command_id from event order by position desc limit ${LOOKED_AT}) last
      where written_at > ${since} and command_id is not null`.execute(db),
    sql<{ count: number; oldest: string | null }>`
      select count(*)::int as count, min(asked_at) as oldest from pending_start where ready`.execute(db),
  ]);
  const [row] = newest.rows;
  const seconds = slowest.rows[0]?.seconds ?? null;
  const { count = 0, oldest = null } = toStart.rows[0] ?? {};
  return {
    newest: row ?? null,
    slowestSeconds: seconds === null ? null : Math.max(0, seconds),
    toStart: { count, oldestAt: oldest },
  };
}
