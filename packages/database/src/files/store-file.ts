import type { Instant } from '@tinhgon/rules/days';
import type { Db, Trx } from '../schema.ts';

/** Bytes of one row: large enough to be few, small enough that a reader never holds much. */
export const CHUNK_BYTES = 256 * 1024;

/** Types whose words can be searched. */
const WITH_WORDS: readonly string[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];

export interface FileToStore {
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  /** Pieces of any length. */
  readonly data: AsyncIterable<Buffer>;
  readonly now: Instant;
  /** Whether its words are to be found by search; they are unless it says otherwise. */
  readonly searchable?: boolean;
}

/** Keeps the bytes of a file under their hash, all of them or none. Bytes that are there already are kept once. */
export async function storeFile(db: Db, file: FileToStore): Promise<void> {
  const { sha256, bytes, mime, now, searchable = true } = file;
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('file_blob')
      .values({ sha256, bytes, mime, stored_at: now })
      // Found again, it is young again: the sweep leaves it alone until it has been attached.
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ stored_at: now }))
      .execute();
    const known = await trx
      .selectFrom('file_chunk')
      .select('ordinal')
      .where('sha256', '=', sha256)
      .limit(1)
      .executeTakeFirst();
    const wanted = searchable && WITH_WORDS.includes(mime);
    if (known) {
      // Nobody wanted to read its words until now.
      if (wanted) await readWords(trx, sha256);
      return;
    }
    let ordinal = 0;
    for await (const data of inChunks(file.data)) {
      await trx.insertInto('file_chunk').values({ sha256, ordinal, data }).execute();
      ordinal += 1;
    }
    const state = wanted ? 'pending' : 'none';
    await trx
      .insertInto('file_text')
      .values({ sha256, state, tries: 0, taken_at: null, text: '', search: '' })
      .execute();
  });
}

async function readWords(trx: Trx, sha256: string): Promise<void> {
  await trx
    .updateTable('file_text')
    .set({ state: 'pending' })
    .where('sha256', '=', sha256)
    .where('state', '=', 'none')
    .where('tries', '=', 0)
    .execute();
}

async function* inChunks(data: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const piece of data) {
    held.push(piece);
    length += piece.length;
    if (length < CHUNK_BYTES) continue;
    const all = Buffer.concat(held);
    let at = 0;
    for (; at + CHUNK_BYTES <= all.length; at += CHUNK_BYTES) yield all.subarray(at, at + CHUNK_BYTES);
    held = [all.subarray(at)];
    length = all.length - at;
  }
  if (length > 0) yield Buffer.concat(held);
}
