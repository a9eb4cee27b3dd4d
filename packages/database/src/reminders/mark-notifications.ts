import { sql } from 'kysely';
import type { MarkInput } from '@tinhgon/rules/views/notification';
import type { Db } from '../schema.ts';

/** Marks a person's own notifications; returns those that changed. */
export async function markNotifications(
  db: Db,
  personId: string,
  asked: MarkInput,
  now: string,
): Promise<string[]> {
  const read = 'upTo' in asked || asked.read;
  const which = 'upTo' in asked ? sql`id <= ${asked.upTo}::bigint` : sql`id = any(${asked.ids}::bigint[])`;
  const { rows } = await sql<{ id: string }>`
    update notification set read_at = ${read ? now : null}::timestamptz
    where person_id = ${personId} and ${which} and (read_at is null) = ${read}
    returning id`.execute(db);
  return rows.map(({ id }) => id);
}
