import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { storeFile } from '@tinhgon/database/files/store-file';
import { reserveUpload, settleUpload } from '@tinhgon/database/files/uploads';
import type { Actor } from '@tinhgon/rules/actor';
import { MAX_FILE_BYTES } from '@tinhgon/rules/files/file';
import { objectionToCopy, type SignatureWords, type SignedCopy } from '@tinhgon/rules/report/signature';
import { Refusal, refuse } from '../errors/refusal.ts';
import { harmlessName } from '../files/file-name.ts';
import { typeOfFile } from '../files/file-type.ts';
import { withReceivedFile } from '../files/receive-file.ts';
import type { RequestContext } from '../request-context.ts';
import { recordSignature, signable } from './record-signature.ts';

export interface SentCopy {
  readonly id: string;
  readonly words: SignatureWords;
  readonly name: string;
  readonly stream: Readable;
  /** What the request says it brings. */
  readonly announced: number | null;
}

/**
 * Takes in the copy of a report that came back signed. Who may not hears so before the bytes come, and the bytes are
 * stored before the event that names them. Throws Refusal.
 */
export async function takeSignedCopy(
  context: Pick<RequestContext, 'db'>,
  actor: Actor,
  { id, words, name, stream, announced }: SentCopy,
): Promise<{ readonly version: number }> {
  const { db } = context;
  const report = await signable(db, actor, id, words);
  const now = new Date().toISOString();
  const upload = await reserveUpload(
    db,
    actor.id,
    Math.min(announced ?? MAX_FILE_BYTES, MAX_FILE_BYTES),
    now,
  );
  if (upload === null) throw refuse('UPLOAD_QUOTA', { field: 'file' });
  let came = 0;
  try {
    return await withReceivedFile(stream, async ({ path, bytes, sha256 }) => {
      came = bytes;
      const objection = objectionToCopy(report.files, sha256);
      if (objection) throw new Refusal(objection);
      const mime = await typeOfFile(path);
      await storeFile(db, { sha256, bytes, mime, now, data: createReadStream(path) });
      const file: SignedCopy = { name: harmlessName(name, mime), mime, bytes, sha256 };
      return recordSignature(db, actor, report, words, file);
    });
  } finally {
    await settleUpload(db, upload, came);
  }
}
