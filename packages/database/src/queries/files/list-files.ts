import type { FileView } from '@tinhgon/rules/views/files';
import type { Db } from '../../schema.ts';

export type StoredFile = Omit<FileView, 'mayChange'>;

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
