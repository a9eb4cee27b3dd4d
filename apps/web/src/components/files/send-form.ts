import { errorView } from '@tinhgon/rules/views/common';
import i18next from 'i18next';
import type { z } from 'zod';
import { NO_ANSWER } from '../../server/failure.ts';
import type { CommandFailure } from '../../server/use-command.ts';

export interface FileForm<Answer> {
  /** Below `/api/v1`. */
  readonly path: string;
  /** What stands before the file; left out where there is nothing to say. */
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly file: File;
  readonly answer: z.ZodType<Answer>;
}

export type Sent<Answer> =
  | { readonly outcome: 'taken'; readonly answer: Answer }
  | { readonly outcome: 'refused'; readonly failure: CommandFailure }
  | { readonly outcome: 'stopped' };

/** Sends a file and tells in whole per cents how much of it has gone; `signal` stops it. */
export function sendForm<Answer>(
  { path, fields, file, answer }: FileForm<Answer>,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<Sent<Answer>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onload = () => resolve(read(request.status, request.responseText, answer));
    request.onerror = () => resolve({ outcome: 'refused', failure: silence });
    request.onabort = () => resolve({ outcome: 'stopped' });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', `/api/v1${path}?lang=${i18next.language}`);
    const form = new FormData();
    // The fields first: the server looks at them before it lets the file in.
    for (const [name, value] of Object.entries(fields)) {
      if (value !== undefined) form.append(name, value);
    }
    form.append('file', file, file.name);
    request.send(form);
  });
}

const silence: CommandFailure = { code: NO_ANSWER, message: '', logId: '' };

export function read<Answer>(status: number, text: string, schema: z.ZodType<Answer>): Sent<Answer> {
  const body = parsed(text);
  const answer = schema.safeParse(body);
  if (status === 201 && answer.success) return { outcome: 'taken', answer: answer.data };
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
