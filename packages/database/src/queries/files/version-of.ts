import { sql } from 'kysely';
import type { Db } from '../../schema.ts';

/** The version of a file that a command brought; null while the record has not heard of it. */
export async function versionOf(db: Db, subject: string, commandId: string): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    select (payload -> 'file' ->> 'version')::int as version from current_event
    where subject = ${subject} and command_id = ${commandId}`.execute(db);
  return rows[0]?.version ?? null;
}
