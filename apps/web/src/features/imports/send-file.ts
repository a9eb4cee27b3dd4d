import { errorView } from '@tinhgon/rules/views/common';
import { type ImportKind, importResult, type ImportResult } from '@tinhgon/rules/views/import';
import i18next from 'i18next';
import { NO_ANSWER } from '../../server/failure.ts';
import type { CommandFailure } from '../../server/use-command.ts';

interface Request {
  readonly kind: ImportKind;
  readonly file: File;
  readonly dryRun: boolean;
}

type Answer =
  | { readonly ok: true; readonly result: ImportResult }
  | { readonly ok: false; readonly failure: CommandFailure };

/**
 * Sends a file and tells how much of it has gone, in whole per cents. XMLHttpRequest, because fetch does not
 * say how far an upload has come.
 */
export function sendFile(
  { kind, file, dryRun }: Request,
  onProgress: (percent: number) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const noAnswer = () => resolve({ ok: false, failure: { code: NO_ANSWER, message: '', logId: '' } });
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.upload.onload = () => onProgress(100);
    request.onload = () => resolve(read(request.responseText));
    request.onerror = noAnswer;
    request.onabort = noAnswer;
    const query = new URLSearchParams({ kind, dryRun: String(dryRun), lang: i18next.language });
    request.open('POST', `/api/v1/imports?${query}`);
    const body = new FormData();
    body.append('file', file, file.name);
    request.send(body);
  });
}

export function read(text: string): Answer {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = null;
  }
  const result = importResult.safeParse(body);
  if (result.success) return { ok: true, result: result.data };
  const told = errorView.safeParse(body);
  const failure: CommandFailure = told.success
    ? (told.data.error as CommandFailure)
    : { code: NO_ANSWER, message: '', logId: '' };
  return { ok: false, failure };
}
