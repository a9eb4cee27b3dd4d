import { createReadStream } from 'node:fs';
import { versionOf } from '@tinhgon/database/queries/files/version-of';
import { storeFile } from '@tinhgon/database/files/store-file';
import { reserveUpload, settleUpload } from '@tinhgon/database/files/uploads';
import type { Actor } from '@tinhgon/rules/actor';
import type { FileForm, StampedAttachFile } from '@tinhgon/rules/files/command';
import { fileOf, MAX_FILE_BYTES, newFileId } from '@tinhgon/rules/files/file';
import { type Filing, objectionToFiling } from '@tinhgon/rules/files/objections';
import { nameText } from '@tinhgon/rules/text';
import type { AttachAnswer } from '@tinhgon/rules/views/files';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import type { StepKey } from '@tinhgon/rules/vocabulary';
import type { Readable } from 'node:stream';
import { give } from '../commands/give.ts';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { harmlessName, titleOf } from './file-name.ts';
import { typeOfFile } from './file-type.ts';
import { withReceivedFile } from './receive-file.ts';
import { filingOf, type FilingSubject } from './filing-subject.ts';

export interface SentFile {
  readonly form: FileForm & { readonly commandId: string };
  readonly name: string;
  readonly stream: Readable;
  /** What the request says it brings. */
  readonly announced: number | null;
}

/**
 * Takes a file in and attaches it to a step: who may not attach hears so before the bytes come, the bytes are stored
 * before the command that names them. Sent again with the same id it is the same file. Throws Refusal.
 */
export async function attachFile(
  context: RequestContext,
  actor: Actor,
  subject: FilingSubject,
  { form, name, stream, announced }: SentFile,
): Promise<AttachAnswer> {
  const { commandId, kind } = form;
  const step = form.step as StepKey;
  const filing = await filingOf(context, actor, subject);
  const fileId = form.fileId ?? newFileId(filing, commandId);
  checkBefore(filing, actor, form, fileId, step);
  const now = new Date().toISOString();
  const upload = await reserveUpload(
    context.db,
    actor.id,
    Math.min(announced ?? MAX_FILE_BYTES, MAX_FILE_BYTES),
    now,
  );
  if (upload === null) throw refuse('UPLOAD_QUOTA', { field: 'file' });
  let came = 0;
  try {
    return await withReceivedFile(stream, async ({ path, bytes, sha256 }) => {
      came = bytes;
      const mime = await typeOfFile(path);
      const called = harmlessName(name, mime);
      const title = form.title ?? fileOf(filing.files, fileId)?.title ?? nameText.parse(titleOf(called));
      await storeFile(context.db, { sha256, bytes, mime, now, data: createReadStream(path) });
      const command: StampedAttachFile = {
        type: 'attachFile',
        commandId,
        expectedVersion: 0,
        step,
        file: { fileId, kind, title, name: called, mime, bytes, sha256 },
        actor,
      };
      const answer = await give(context, subject.kind, subject.code, command);
      const version = await versionOf(context.db, subjectOf(subject.kind, subject.code), commandId);
      return { fileId, version, projected: answer.projected, sha256, bytes, mime };
    });
  } finally {
    await settleUpload(context.db, upload, came);
  }
}

function checkBefore(filing: Filing, actor: Actor, form: FileForm, fileId: string, step: StepKey): void {
  const known = fileOf(filing.files, fileId);
  if (form.fileId !== undefined && !known) throw refuse('NOT_FOUND', { field: 'fileId' });
  // A repetition of what was taken is the workflow's to know.
  if (form.fileId === undefined && known) return;
  const objection = objectionToFiling(filing, actor, step, form.kind);
  if (objection) throw new Refusal(objection);
}
