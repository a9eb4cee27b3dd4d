import type { Db } from '../../schema.ts';

/** What a command answered, as a workflow remembers it. */
export interface AnswerOnRecord {
  readonly commandId: string;
  readonly fingerprint: string;
  readonly version: number;
  readonly projected: true;
}

/** As many as a workflow keeps by itself. */
const KEPT = 200;

/**
 * The last commands carried out on a subject, oldest first: what a workflow that begins again from the record has
 * to know, so that a command repeated to it is answered and not done again. Up to the event `seq` that it begins at: an
 * event that the run before it was still writing is none of its own, will be abandoned, and is not to be answered for.
 */
export async function answersOnRecord(db: Db, subject: string, seq: number): Promise<AnswerOnRecord[]> {
  const rows = await db
    .selectFrom('current_event')
    .select(['command_id', 'version', 'payload'])
    .where('subject', '=', subject)
    .where('command_id', 'is not', null)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(KEPT)
    .execute();
  return rows.reverse().flatMap(({ command_id, version, payload }) => {
    const { fingerprint } = payload;
    if (command_id === null || typeof fingerprint !== 'string') return [];
    return [{ commandId: command_id, fingerprint, version, projected: true as const }];
  });
}
