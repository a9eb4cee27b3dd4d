import { sql } from 'kysely';
import type { FileView } from '@tinhgon/rules/views/files';
import type { Db } from '../../schema.ts';
import { fileWords, wholeWords } from './file-words.ts';

export type StoredFile = Omit<FileView, 'mayChange' | 'excerpt'>;

/**
 * The files of a subject whose newest version has these words in its name or text, with what stands around the first of
 * them; null when nothing is asked.
 */
export async function filesWithWords(
  db: Db,
  subject: string,
  q: string,
): Promise<ReadonlyMap<string, string> | null> {
  const words = fileWords(q);
  if (!words) return null;
  const { rows } = await sql<{ file_id: string; excerpt: string }>`
    select * from (
      select distinct on (f.file_id) f.file_id, ${words.matches} as matches, ${words.excerpt} as excerpt
      from attached_file f left join file_text t on t.sha256 = f.sha256
      where f.subject = ${subject}
      order by f.file_id, f.version desc) newest
    where matches`.execute(db);
  return new Map(rows.map(({ file_id, excerpt }) => [file_id, wholeWords(excerpt)]));
}

/** The files of a subject, each with its versions newest first; in the order in which they came. */
export async function listFiles(db: Db, subject: string): Promise<StoredFile[]> {
  const rows = await db
    .selectFrom('attached_file as f')
    .leftJoin('file_text as t', 't.sha256', 'f.sha256')
    .selectAll('f')
    .select('t.state')
    .where('f.subject', '=', subject)
    .orderBy('f.attached_at')
    .orderBy('f.file_id')
    .orderBy('f.version')
    .execute();
  const files = new Map<string, StoredFile>();
  for (const row of rows) {
    const version = {
      version: row.version,
      name: row.name,
      mime: row.mime,
      bytes: row.bytes,
      sha256: row.sha256,
      attachedAt: row.attached_at,
      attachedBy: { id: row.attached_by_id, name: row.attached_by_name },
      text: row.state ?? 'none',
    };
    const { detached_at: at, detached_by_name: by, detached_reason: reason } = row;
    files.set(row.file_id, {
      fileId: row.file_id,
      step: row.step,
      kind: row.kind,
      title: row.title,
      versions: [version, ...(files.get(row.file_id)?.versions ?? [])],
      detached: at === null ? null : { at, by: by ?? '', reason: reason ?? '' },
    });
  }
  return [...files.values()];
}
