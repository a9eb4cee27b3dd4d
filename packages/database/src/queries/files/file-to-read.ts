import type { Actor } from '@tinhgon/rules/actor';
import type { FileMime } from '@tinhgon/rules/files/file';
import type { Db } from '../../schema.ts';
import { readableSubject } from './readable-subject.ts';

export interface FileToRead {
  readonly name: string;
  readonly mime: FileMime;
  readonly bytes: number;
  readonly sha256: string;
}

/** One version of a file; null when there is none, or its subject's content is not the reader's to see. */
export async function fileToRead(
  db: Db,
  actor: Actor,
  fileId: string,
  version: number,
): Promise<FileToRead | null> {
  const row = await db
    .selectFrom('attached_file as f')
    .select(['f.name', 'f.mime', 'f.bytes', 'f.sha256'])
    .where('f.file_id', '=', fileId)
    .where('f.version', '=', version)
    .where(readableSubject(actor, 'f.subject'))
    .executeTakeFirst();
  return row ?? null;
}

/** Whether the reader sees the content of a subject, and so its files. */
export async function mayReadFiles(db: Db, actor: Actor, subject: string): Promise<boolean> {
  const row = await db
    .selectFrom('head')
    .select('subject')
    .where('subject', '=', subject)
    .where(readableSubject(actor, 'head.subject'))
    .executeTakeFirst();
  return row !== undefined;
}
