import type { Db } from '../../schema.ts';

/** Plans and documents whose workflow is still to be started from the record: imported, or split off. Oldest first. */
export async function pendingStarts(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('pending_start')
    .select('subject')
    .where('ready', '=', true)
    .orderBy('asked_at')
    .orderBy('subject')
    .limit(limit)
    .execute();
  return rows.map(({ subject }) => subject);
}

/** To be called once the workflow runs. */
export async function removePendingStart(db: Db, subject: string): Promise<void> {
  await db.deleteFrom('pending_start').where('subject', '=', subject).execute();
}
