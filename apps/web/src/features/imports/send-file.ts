import { errorView } from '@tinhgon/rules/views/common';
import { type ImportKind, importResult, type ImportResult } from '@tinhgon/rules/views/import';
import i18next from 'i18next';
import { z } from 'zod';
import { NO_ANSWER } from '../../server/failure.ts';
import type { CommandFailure } from '../../server/use-command.ts';

interface Request {
  readonly kind: ImportKind;
  readonly file: File;
  readonly dryRun: boolean;
}

export type Answer<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly failure: CommandFailure };

export const UNANSWERED: CommandFailure = { code: NO_ANSWER, message: '', logId: '' };

/** How far an import is: whole per cents of the file sent, then how much of the work on it is done. */
export type Progressed = { readonly sent: number } | { readonly done: number; readonly of: number };

const progressLine = z.object({ done: z.int(), of: z.int().positive() });

export function sendFile(
  { kind, file, dryRun }: Request,
  onProgress: (progress: Progressed) => void,
): Promise<Answer<ImportResult>> {
  const body = new FormData();
  body.append('file', file, file.name);
  return sendForm({ path: `/api/v1/imports?kind=${kind}`, dryRun, body, result: importResult }, onProgress);
}

interface Form<T> {
  readonly path: string;
  readonly dryRun: boolean;
  readonly body: FormData;
  readonly result: z.ZodType<T>;
}

/**
 * Sends a form and tells how much of it has gone, then how much of it is done. XMLHttpRequest, because fetch
 * does not say how far an upload has come.
 */
export function sendForm<T>(
  { path, dryRun, body, result }: Form<T>,
  onProgress: (progress: Progressed) => void,
): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const noAnswer = () => resolve({ ok: false, failure: UNANSWERED });
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress({ sent: Math.round((event.loaded / event.total) * 100) });
    };
    request.upload.onload = () => onProgress({ sent: 100 });
    request.onprogress = () => {
      const line = parsed(wholeLines(request.responseText).at(-1) ?? '');
      const progress = progressLine.safeParse(line);
      if (progress.success) onProgress(progress.data);
    };
    request.onload = () => resolve(read(request.responseText, result));
    request.onerror = noAnswer;
    request.onabort = noAnswer;
    const query = new URLSearchParams({
      dryRun: String(dryRun),
      lang: i18next.language,
      progress: 'ndjson',
    });
    request.open('POST', `${path}${path.includes('?') ? '&' : '?'}${query}`);
    request.send(body);
  });
}

const wholeLines = (text: string): string[] => text.split('\n').slice(0, -1);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The last line of a streamed answer, or the whole of one that was refused before it began. */
export function read<T>(text: string, result: z.ZodType<T>): Answer<T> {
  const last = parsed(text.trimEnd().split('\n').at(-1) ?? '');
  const streamed = z.object({ result }).safeParse(last);
  if (streamed.success) return { ok: true, result: streamed.data.result };
  return { ok: false, failure: failureIn(last) };
}

/** What an answer that is none of ours says. */
export function failureIn(answer: unknown): CommandFailure {
  const told = errorView.safeParse(answer);
  return told.success ? (told.data.error as CommandFailure) : UNANSWERED;
}
