import { versionOf } from '@tinhgon/database/queries/files/version-of';
import type { Actor } from '@tinhgon/rules/actor';
import type { FileForm, StampedAttachFile } from '@tinhgon/rules/files/command';
import { fileOf, newFileId } from '@tinhgon/rules/files/file';
import { type Filing, objectionToFiling } from '@tinhgon/rules/files/objections';
import { nameText } from '@tinhgon/rules/text';
import type { AttachAnswer } from '@tinhgon/rules/views/files';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import type { StepKey } from '@tinhgon/rules/vocabulary';
import { give } from '../commands/give.ts';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { titleOf } from './file-name.ts';
import { type SentBytes, takeInFile } from './take-in-file.ts';
import { filingOf, type FilingSubject } from './filing-subject.ts';

export interface SentFile extends SentBytes {
  readonly form: FileForm & { readonly commandId: string };
}

/**
 * Takes a file in and attaches it to a step: who may not attach hears so before the bytes come, the bytes are stored
 * before the command that names them. Sent again with the same id it is the same file. Throws Refusal.
 */
export async function attachFile(
  context: RequestContext,
  actor: Actor,
  subject: FilingSubject,
  { form, ...sent }: SentFile,
): Promise<AttachAnswer> {
  const { commandId, kind } = form;
  const step = form.step as StepKey;
  const filing = await filingOf(context, actor, subject);
  const fileId = form.fileId ?? newFileId(filing, commandId);
  checkBefore(filing, actor, form, fileId, step);
  return takeInFile(context.db, actor, sent, async ({ name, mime, bytes, sha256 }, store) => {
    const title = form.title ?? fileOf(filing.files, fileId)?.title ?? nameText.parse(titleOf(name));
    await store();
    const command: StampedAttachFile = {
      type: 'attachFile',
      commandId,
      expectedVersion: 0,
      step,
      file: { fileId, kind, title, name, mime, bytes, sha256 },
      actor,
    };
    const answer = await give(context, subject.kind, subject.code, command);
    const version = await versionOf(context.db, subjectOf(subject.kind, subject.code), commandId);
    return { fileId, version, projected: answer.projected, sha256, bytes, mime };
  });
}

function checkBefore(filing: Filing, actor: Actor, form: FileForm, fileId: string, step: StepKey): void {
  const known = fileOf(filing.files, fileId);
  if (form.fileId !== undefined && !known) throw refuse('NOT_FOUND', { field: 'fileId' });
  // A repetition of what was taken is the workflow's to know.
  if (form.fileId === undefined && known) return;
  const objection = objectionToFiling(filing, actor, step, form.kind);
  if (objection) throw new Refusal(objection);
}
