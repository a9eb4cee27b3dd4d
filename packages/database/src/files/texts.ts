import { sql } from 'kysely';
import type { FileMime } from '@tinhgon/rules/files/file';
import type { Db } from '../schema.ts';
import { searchKey } from '../search-key.ts';

/** What is searched of one file: some three hundred pages. */
export const MAX_TEXT = 1_000_000;
const MAX_TRIES = 3;
/** Someone who took a file and never came back had this long. */
const TAKEN_FOR = '5 minutes';

export interface FileWithWords {
  readonly sha256: string;
  readonly mime: FileMime;
  readonly bytes: number;
}

/** Takes the next file whose words are to be read; null when there is none. Each is given to one reader at a time. */
export async function takePendingText(db: Db): Promise<FileWithWords | null> {
  const { rows } = await sql<FileWithWords>`
    update file_text t set tries = t.tries + 1, taken_at = now()
    from file_blob b
    where b.sha256 = t.sha256 and t.sha256 = (
      select sha256 from file_text
      where state = 'pending' and (taken_at is null or taken_at < now() - ${TAKEN_FOR}::interval)
      order by taken_at nulls first limit 1 for update skip locked)
    returning b.sha256, b.mime, b.bytes`.execute(db);
  return rows[0] ?? null;
}

/** Keeps the words of a file; `none` when it has none, as a scan has. */
export async function keepText(db: Db, sha256: string, words: string): Promise<void> {
  const text = excerptable(words);
  const search = searchKey(text);
  await db
    .updateTable('file_text')
    .set({ state: search === '' ? 'none' : 'ready', text, search })
    .where('sha256', '=', sha256)
    .execute();
}

/** Its words could not be read; after three times that is so for good. */
export async function giveUpText(db: Db, sha256: string): Promise<void> {
  await sql`
    update file_text set state = 'failed' where sha256 = ${sha256} and tries >= ${MAX_TRIES}`.execute(db);
}

/** One character here is one in the search key, so that a place in one is the same place in the other. */
const excerptable = (words: string): string =>
  words
    .normalize('NFC')
    // PostgreSQL cannot hold U+0000; lone surrogates and marks come from broken fonts.
    .replaceAll(/[\u0000-\u001f\u007f]+/gu, ' ')
    .toWellFormed()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_TEXT);
