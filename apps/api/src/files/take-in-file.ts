import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { storeFile } from '@tinhgon/database/files/store-file';
import { reserveUpload, settleUpload } from '@tinhgon/database/files/uploads';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import { type FileMime, MAX_FILE_BYTES } from '@tinhgon/rules/files/file';
import { refuse } from '../errors/refusal.ts';
import { harmlessName } from './file-name.ts';
import { typeOfFile } from './file-type.ts';
import { withReceivedFile } from './receive-file.ts';

/** A file on its way in. */
export interface SentBytes {
  readonly name: string;
  readonly stream: Readable;
  /** What the request says it brings. */
  readonly announced: number | null;
}

/** A file as it came, its type told by its bytes and its name made harmless. */
export interface TakenIn {
  readonly name: string;
  readonly mime: FileMime;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Takes a file in within what the person may still send. `use` gets what came and a way to store its bytes, which it does
 * before it records an event that names them; what it does not store is gone. Throws Refusal.
 */
export async function takeInFile<T>(
  db: Db,
  actor: Actor,
  { name, stream, announced }: SentBytes,
  use: (file: TakenIn, store: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const now = new Date().toISOString();
  const reserved = Math.min(announced ?? MAX_FILE_BYTES, MAX_FILE_BYTES);
  const upload = await reserveUpload(db, actor.id, reserved, now);
  if (upload === null) throw refuse('UPLOAD_QUOTA', { field: 'file' });
  let came = 0;
  try {
    return await withReceivedFile(stream, async ({ path, bytes, sha256 }) => {
      came = bytes;
      const mime = await typeOfFile(path);
      const file = { name: harmlessName(name, mime), mime, bytes, sha256 };
      return use(file, async () => {
        await storeFile(db, { sha256, bytes, mime, now, data: createReadStream(path) });
      });
    });
  } finally {
    await settleUpload(db, upload, came);
  }
}
