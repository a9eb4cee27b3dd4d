import type { FileKind } from '@tinhgon/rules/files/file';
import { errorView } from '@tinhgon/rules/views/common';
import { attachAnswer, type AttachAnswer } from '@tinhgon/rules/views/files';
import i18next from 'i18next';
import { NO_ANSWER } from '../../server/failure.ts';
import type { CommandFailure } from '../../server/use-command.ts';

export interface Attachment {
  readonly subject: 'plan' | 'document';
  readonly code: string;
  readonly step: string;
  readonly kind: FileKind;
  readonly title: string;
  /** The file this is a new version of. */
  readonly fileId?: string;
  readonly file: File;
  readonly commandId: string;
}

export type Sent =
  | { readonly outcome: 'attached'; readonly answer: AttachAnswer }
  | { readonly outcome: 'refused'; readonly failure: CommandFailure }
  | { readonly outcome: 'stopped' };

const PLACE = { plan: 'plans', document: 'documents' } as const;

/** Sends a file and tells in whole per cents how much of it has gone; `signal` stops it. */
export function sendAttachment(
  attachment: Attachment,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  const { subject, code, step, kind, title, fileId, file, commandId } = attachment;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onload = () => resolve(read(request.status, request.responseText));
    request.onerror = () => resolve({ outcome: 'refused', failure: silence });
    request.onabort = () => resolve({ outcome: 'stopped' });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.open(
      'POST',
      `/api/v1/${PLACE[subject]}/${encodeURIComponent(code)}/files?lang=${i18next.language}`,
    );
    const form = new FormData();
    // The fields first: the server looks at them before it lets the file in.
    for (const [name, value] of Object.entries({ commandId, step, kind, title, fileId })) {
      if (value !== undefined) form.append(name, value);
    }
    form.append('file', file, file.name);
    request.send(form);
  });
}

const silence: CommandFailure = { code: NO_ANSWER, message: '', logId: '' };

export function read(status: number, text: string): Sent {
  const body = parsed(text);
  const answer = attachAnswer.safeParse(body);
  if (status === 201 && answer.success) return { outcome: 'attached', answer: answer.data };
  const told = errorView.safeParse(body);
  return { outcome: 'refused', failure: told.success ? (told.data.error as CommandFailure) : silence };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
