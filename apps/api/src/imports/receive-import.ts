import type {} from '@fastify/multipart';
import { Readable } from 'node:stream';
import type { Actor } from '@tinhgon/rules/actor';
import { ERROR_STATUS } from '@tinhgon/rules/errors';
import { importKindsOf } from '@tinhgon/rules/importing';
import type { ErrorView } from '@tinhgon/rules/views/common';
import type { ImportKind, ImportResult } from '@tinhgon/rules/views/import';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../errors/refusal.ts';
import { rejectionOf } from '../errors/rejection-of.ts';
import { type Language, sentenceFor } from '../errors/sentence.ts';
import type { ImportDoor } from './import-file.ts';
import { ProgressLines } from './progress-lines.ts';
import { fileTypeOf, type FileType } from './read/read-file.ts';

export interface Caller {
  readonly authenticate: () => Promise<Actor>;
  readonly language: Language;
  readonly logId: string;
}

/** Who imports files of a kind, or of any kind where it is not known yet. Throws Refusal FORBIDDEN. */
export async function importer(caller: Caller, kind?: ImportKind): Promise<Actor> {
  const actor = await caller.authenticate();
  const kinds = importKindsOf(actor);
  if (kind === undefined ? kinds.length === 0 : !kinds.includes(kind)) throw refuse('FORBIDDEN');
  return actor;
}

export interface Received {
  readonly bytes: Buffer;
  readonly type: FileType;
  /** A text field of the form that stands before the file. */
  readonly text: (name: string) => string | null;
}

/** The file of a request: its body, or the one file of a multipart form. Throws Refusal UNSUPPORTED_FILE, TOO_LARGE. */
export async function receiveFile(request: FastifyRequest): Promise<Received> {
  const { bytes, mime, name, text } = await fileOf(request);
  const type = fileTypeOf(mime, name, bytes);
  if (type === null) throw refuse('UNSUPPORTED_FILE', { field: 'file' });
  return { bytes, type, text };
}

async function fileOf(request: FastifyRequest) {
  if (!request.isMultipart()) {
    const bytes = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw refuse('INVALID_INPUT', { field: 'file' });
    return { bytes, mime: request.headers['content-type'] ?? '', name: '', text: () => null };
  }
  const part = await request.file().catch((cause: unknown) => {
    throw tooLarge(cause) ?? refuse('INVALID_INPUT', { field: 'file' });
  });
  if (!part) throw refuse('INVALID_INPUT', { field: 'file' });
  const bytes = await part.toBuffer().catch((cause: unknown) => {
    throw tooLarge(cause) ?? cause;
  });
  if (bytes.length === 0) throw refuse('INVALID_INPUT', { field: 'file' });
  const text = (name: string): string | null => {
    const field = Object.entries(part.fields).find(([given]) => given === name)?.[1];
    if (!field || Array.isArray(field) || field.type !== 'field') return null;
    if (field.valueTruncated) throw refuse('TOO_LARGE', { field: name });
    return String(field.value);
  };
  return { bytes, mime: part.mimetype, name: part.filename, text };
}

const tooLarge = (error: unknown) =>
  (error as { statusCode?: number }).statusCode === ERROR_STATUS.TOO_LARGE
    ? refuse('TOO_LARGE', { field: 'file' })
    : null;

/**
 * Runs an import and answers with its result: 200 when nothing was wrong or for a dry run, else 422 with `error`
 * beside the problems. Streamed, it is one JSON object a line, `{"done":n,"of":m}` until the last says how it ended.
 */
export async function answerImport(
  { request, reply, caller }: { request: FastifyRequest; reply: FastifyReply; caller: Caller },
  streamed: boolean,
  run: (onProgress: ImportDoor['onProgress']) => Promise<ImportResult>,
): Promise<FastifyReply> {
  if (streamed) {
    const lines = new ProgressLines();
    void run((done, of) => lines.progress(done, of)).then(
      (result) => lines.end({ result: withError(result, caller) }),
      (error: unknown) => {
        request.log.error({ err: error }, 'import failed');
        const rejection = rejectionOf(error);
        lines.end({
          error: { ...rejection, message: sentenceFor(rejection, caller.language), logId: caller.logId },
        });
      },
    );
    return reply.header('content-type', 'application/x-ndjson').send(Readable.from(lines));
  }
  const answer = withError(await run(() => undefined), caller);
  return reply.status('error' in answer ? ERROR_STATUS.IMPORT_HAS_ERRORS : 200).send(answer);
}

type Answer = ImportResult | (ImportResult & ErrorView);

function withError(result: ImportResult, { language, logId }: Caller): Answer {
  if (result.dryRun || result.problems.length === 0) return result;
  const code = 'IMPORT_HAS_ERRORS';
  return { ...result, error: { code, message: sentenceFor({ code }, language), logId } };
}
