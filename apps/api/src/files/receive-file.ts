import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MAX_FILE_BYTES } from '@tinhgon/rules/files/file';
import { refuse } from '../errors/refusal.ts';

export interface ReceivedFile {
  /** Where it lies until `work` is done with it. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Lets a file come in, counted and hashed on its way to a folder of its own, and takes the folder away again whatever
 * happens. Memory holds a piece at a time. Throws Refusal TOO_LARGE, or INVALID_INPUT for an empty file.
 */
export async function withReceivedFile<T>(
  stream: Readable,
  work: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tinhgon-file-'));
  try {
    const path = join(folder, randomUUID());
    const hash = createHash('sha256');
    let bytes = 0;
    await pipeline(
      stream,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          bytes += piece.length;
          if (bytes > MAX_FILE_BYTES) throw tooLarge();
          hash.update(piece);
          yield piece;
        }
      },
      createWriteStream(path),
    );
    if (bytes === 0) throw refuse('INVALID_INPUT', { field: 'file', details: { reason: 'empty' } });
    return await work({ path, bytes, sha256: hash.digest('hex') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const tooLarge = () =>
  refuse('TOO_LARGE', { field: 'file', details: { megabytes: MAX_FILE_BYTES / (1024 * 1024) } });
