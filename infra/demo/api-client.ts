import { setTimeout as pause } from 'node:timers/promises';
import { errorView } from '@tinhgon/rules/views/common';
import { importResult, type ImportKind, type ImportResult } from '@tinhgon/rules/views/import';
import { z } from 'zod';

/** The API as scripts use it: bearer tokens, the same calls as everybody. */
export interface ApiClient {
  /** Changes through the calls of the screens, in order; several go in one request. */
  readonly mutate: (user: string, calls: readonly { path: string; input: unknown }[]) => Promise<void>;
  readonly query: <T>(user: string, path: string, schema: z.ZodType<T>) => Promise<T>;
  readonly get: <T>(user: string, path: string, schema: z.ZodType<T>) => Promise<T | null>;
  readonly post: (user: string, path: string, body: unknown, idempotencyKey?: string) => Promise<Answer>;
  /** Sends a file as a form does. */
  readonly attach: (
    user: string,
    path: string,
    file: { fields: Readonly<Record<string, string>>; name: string; bytes: Buffer },
  ) => Promise<Answer>;
  readonly importFile: (
    user: string,
    kind: ImportKind,
    file: { bytes: Buffer; type: string },
  ) => Promise<ImportResult>;
}

/** `code` is null when it was accepted. */
export interface Answer {
  readonly code: string | null;
  readonly message: string;
}

const CALLS_IN_ONE = 20;
const TRIES = 8;
const FIRST_PAUSE_MS = 250;

export function apiClient(url: string, tokenOf: (user: string) => Promise<string>): ApiClient {
  const send = async (user: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await tokenOf(user)}`);
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(new URL(path, url), { ...init, headers }).catch((error: unknown) => {
        if (attempt >= TRIES) throw error;
        return null;
      });
      // Every call here may be repeated: imports and saves are idempotent, commands carry their id.
      if (response && (attempt >= TRIES || (response.status < 500 && response.status !== 429)))
        return response;
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  };
  const json = (body: unknown, more: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...more },
    body: JSON.stringify(body),
  });
  return {
    async mutate(user, calls) {
      for (let at = 0; at < calls.length; at += CALLS_IN_ONE) {
        const part = calls.slice(at, at + CALLS_IN_ONE);
        const paths = part.map(({ path }) => path).join(',');
        const body = Object.fromEntries(part.map(({ input }, index) => [index, input]));
        const response = await send(user, `/trpc/${paths}?batch=1`, json(body));
        const text = await response.text();
        const answers = z.array(z.looseObject({ error: z.unknown().optional() })).parse(JSON.parse(text));
        const wrong = answers.findIndex(({ error }) => error !== undefined);
        if (wrong >= 0) {
          throw new Error(`${part[wrong]?.path}: ${JSON.stringify(answers[wrong]?.error).slice(0, 500)}`);
        }
      }
    },
    async query(user, path, schema) {
      const response = await send(user, `/trpc/${path}`);
      const text = await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`);
      return z.object({ result: z.object({ data: schema }) }).parse(JSON.parse(text)).result.data;
    },
    async get(user, path, schema) {
      const response = await send(user, path);
      if (response.status === 404) return null;
      const text = await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`);
      return schema.parse(JSON.parse(text));
    },
    async post(user, path, body, idempotencyKey) {
      const more: Record<string, string> = idempotencyKey ? { 'idempotency-key': idempotencyKey } : {};
      return await said(await send(user, path, json(body, more)));
    },
    async attach(user, path, { fields, name, bytes }) {
      const form = new FormData();
      for (const [key, value] of Object.entries(fields)) form.append(key, value);
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      return await said(await send(user, path, { method: 'POST', body: form }));
    },
    async importFile(user, kind, { bytes, type }) {
      const response = await send(user, `/api/v1/imports?kind=${kind}&lang=en`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: new Uint8Array(bytes),
      });
      const text = await response.text();
      const result = importResult.safeParse(JSON.parse(text));
      if (!result.success) throw new Error(`import of ${kind}: ${response.status} ${text.slice(0, 500)}`);
      if (result.data.problems.length > 0) {
        throw new Error(`import of ${kind}: ${JSON.stringify(result.data.problems.slice(0, 5))}`);
      }
      return result.data;
    },
  };
}

async function said(response: Response): Promise<Answer> {
  const text = await response.text();
  if (response.ok) return { code: null, message: '' };
  const { error } = errorView.parse(JSON.parse(text));
  return { code: error.code, message: `${error.message} ${error.field ?? ''}` };
}
