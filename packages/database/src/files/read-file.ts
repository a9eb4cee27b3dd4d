import type { Db } from '../schema.ts';
import { CHUNK_BYTES } from './store-file.ts';

/** The bytes of a file from `start` up to and without `end`, one row at a time: memory stays flat. */
export async function* readFileBytes(
  db: Db,
  sha256: string,
  { start, end }: { readonly start: number; readonly end: number },
): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const ordinal = Math.floor(at / CHUNK_BYTES);
    const { data } = await db
      .selectFrom('file_chunk')
      .select('data')
      .where('sha256', '=', sha256)
      .where('ordinal', '=', ordinal)
      .executeTakeFirstOrThrow();
    const from = at - ordinal * CHUNK_BYTES;
    const piece = data.subarray(from, Math.min(data.length, from + end - at));
    if (piece.length === 0) throw new RangeError(`file ${sha256} is shorter than it says`);
    yield piece;
    at += piece.length;
  }
}
