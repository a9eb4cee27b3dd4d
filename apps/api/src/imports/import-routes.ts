import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import { ERROR_STATUS } from '@tinhgon/rules/errors';
import { mayKeepRecord } from '@tinhgon/rules/policy';
import { IMPORT_KINDS, type ImportResult } from '@tinhgon/rules/views/import';
import type { ErrorView } from '@tinhgon/rules/views/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuse } from '../errors/refusal.ts';
import { rejectionOf } from '../errors/rejection-of.ts';
import { type Language, sentenceFor } from '../errors/sentence.ts';
import { type ImportDoor, importFile, type ImportOrder } from './import-file.ts';
import { ProgressLines } from './progress-lines.ts';
import { fileTypeOf } from './read/read-file.ts';
import { templateOf } from './template.ts';

/**
 * `POST /imports?kind=…&dryRun=true|false`, for the programme office. The file is the body itself (with its content
 * type) or the one file of a multipart form. The answer is an ImportResult: 200 when nothing was wrong or for a
 * dry run, otherwise 422 with `error` beside the problems and nothing written.
 *
 * With `&progress=ndjson` the answer streams one JSON object a line: any number of `{"done":n,"of":m}`, then one
 * `{"result":ImportResult}` or `{"error":{code,message,…}}`. The status is 200 then, whatever the last line says.
 *
 * `GET /imports/template?kind=…` is an empty csv with headings and one example.
 */
export async function importRoutes(scope: FastifyInstance, options: ImportRoutesOptions): Promise<void> {
  // A file may look like anything; it is read here, not by the parsers of the rest of the API.
  scope.removeAllContentTypeParsers();
  await scope.register(multipart, { limits: { files: 1, fields: 10, fileSize: FILE_LIMIT_BYTES } });
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);

  scope.get('/imports/template', async (request, reply) => {
    const caller = options.callerOf(request, reply);
    await keeper(caller);
    const { kind } = kindQuery.parse(request.query);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${kind}.csv"`)
      .send(templateOf(kind, caller.language));
  });

  scope.post('/imports', { bodyLimit: FILE_LIMIT_BYTES }, async (request, reply) => {
    const caller = options.callerOf(request, reply);
    const actor = await keeper(caller);
    const { kind, dryRun, progress } = importQuery.parse(request.query);
    const file = await fileOf(request);
    const type = fileTypeOf(file.mime, file.name, file.bytes);
    if (type === null) throw refuse('UNSUPPORTED_FILE', { field: 'file' });
    const order: ImportOrder = { kind, dryRun: dryRun === 'true', type, bytes: file.bytes };
    const run = async (onProgress: ImportDoor['onProgress']): Promise<Answer> => {
      const now = new Date().toISOString();
      const result = await importFile(order, {
        db: options.db,
        actor,
        now,
        language: caller.language,
        onProgress,
      });
      if (result.toStart > 0 && !order.dryRun) options.onOpenSubjects?.();
      return withError(result, caller);
    };
    if (progress === 'ndjson') {
      const lines = new ProgressLines();
      void run((done, of) => lines.progress(done, of)).then(
        (answer) => lines.end({ result: answer }),
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
    const answer = await run(() => undefined);
    return reply.status('error' in answer ? ERROR_STATUS.IMPORT_HAS_ERRORS : 200).send(answer);
  });
}

const FILE_LIMIT_BYTES = 32 * 1024 * 1024;

interface Caller {
  readonly authenticate: () => Promise<Actor>;
  readonly language: Language;
  readonly logId: string;
}
export interface ImportRoutesOptions {
  readonly db: Db;
  readonly callerOf: (request: FastifyRequest, reply: FastifyReply) => Caller;
  /** Open plans and documents were written whose workflows are to be started now. */
  readonly onOpenSubjects?: () => void;
}

const kindQuery = z.object({ kind: z.enum(IMPORT_KINDS) });
const importQuery = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  dryRun: z.enum(['true', 'false']).default('false'),
  progress: z.enum(['ndjson']).optional(),
  lang: z.string().optional(),
});

async function keeper(caller: Caller): Promise<Actor> {
  const actor = await caller.authenticate();
  if (!mayKeepRecord(actor)) throw refuse('FORBIDDEN');
  return actor;
}

async function fileOf(request: FastifyRequest): Promise<{ bytes: Buffer; mime: string; name: string }> {
  if (!request.isMultipart()) {
    const bytes = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw refuse('INVALID_INPUT', { field: 'file' });
    return { bytes, mime: request.headers['content-type'] ?? '', name: '' };
  }
  const part = await request.file().catch((cause: unknown) => {
    throw tooLarge(cause) ?? refuse('INVALID_INPUT', { field: 'file' });
  });
  if (!part) throw refuse('INVALID_INPUT', { field: 'file' });
  const bytes = await part.toBuffer().catch((cause: unknown) => {
    throw tooLarge(cause) ?? cause;
  });
  if (bytes.length === 0) throw refuse('INVALID_INPUT', { field: 'file' });
  return { bytes, mime: part.mimetype, name: part.filename };
}

const tooLarge = (error: unknown) =>
  (error as { statusCode?: number }).statusCode === ERROR_STATUS.TOO_LARGE
    ? refuse('TOO_LARGE', { field: 'file' })
    : null;

type Answer = ImportResult | (ImportResult & ErrorView);

function withError(result: ImportResult, { language, logId }: Caller): Answer {
  if (result.dryRun || result.problems.length === 0) return result;
  const code = 'IMPORT_HAS_ERRORS';
  return { ...result, error: { code, message: sentenceFor({ code }, language), logId } };
}
