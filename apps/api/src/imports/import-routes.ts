import multipart from '@fastify/multipart';
import type { Db } from '@tinhgon/database/schema';
import { IMPORT_KINDS } from '@tinhgon/rules/views/import';
import { mappedOrder } from '@tinhgon/rules/views/import-mapping';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuse } from '../errors/refusal.ts';
import { readJson } from '../http/read-json.ts';
import { importFile } from './import-file.ts';
import { importMapped } from './mapped/import-mapped.ts';
import { lookAtFile } from './mapped/look-at-file.ts';
import { answerImport, type Caller, importer, receiveFile } from './receive-import.ts';
import { templateOf } from './template.ts';

/**
 * `POST /imports?kind=…&dryRun=true|false`, for the programme office; figures of indicators for who reports them. The file is the body itself (with its content
 * type) or the one file of a multipart form. The answer is an ImportResult: 200 when nothing was wrong or for a
 * dry run, otherwise 422 with `error` beside the problems and nothing written.
 *
 * With `&progress=ndjson` the answer streams one JSON object a line: any number of `{"done":n,"of":m}`, then one
 * `{"result":ImportResult}` or `{"error":{code,message,…}}`. The status is 200 then, whatever the last line says.
 *
 * `GET /imports/template?kind=…` is an empty csv with headings and one example.
 *
 * `POST /imports/look?kind=…` tells what a spreadsheet of somebody's own holds, and how its columns may be mapped;
 * `POST /imports/mapped?dryRun=…` imports it by a mapping: a form whose field `order` (JSON) stands before the file.
 */
export async function importRoutes(scope: FastifyInstance, options: ImportRoutesOptions): Promise<void> {
  // A file may look like anything; it is read here, not by the parsers of the rest of the API.
  scope.removeAllContentTypeParsers();
  await scope.register(multipart, {
    limits: { files: 1, fields: 10, fileSize: FILE_LIMIT_BYTES, fieldSize: ORDER_LIMIT_BYTES },
  });
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);

  // Who may not import is told so before a file of theirs is gathered in memory.
  const limits = {
    bodyLimit: FILE_LIMIT_BYTES,
    onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
      await importer(options.callerOf(request, reply), anyKind.parse(request.query).kind);
    },
  };

  scope.get('/imports/template', async (request, reply) => {
    const caller = options.callerOf(request, reply);
    await importer(caller);
    const { kind } = kindQuery.parse(request.query);
    await importer(caller, kind);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${kind}.csv"`)
      .send(templateOf(kind, caller.language));
  });

  scope.post('/imports', limits, async (request, reply) => {
    const caller = options.callerOf(request, reply);
    const actor = await importer(caller);
    const { kind, dryRun, progress } = importQuery.parse(request.query);
    const { type, bytes } = await receiveFile(request);
    const order = { kind, dryRun: dryRun === 'true', type, bytes };
    return answerImport({ request, reply, caller }, progress === 'ndjson', async (onProgress) => {
      const result = await importFile(order, { ...doorFor(caller), actor, onProgress });
      if (result.toStart > 0 && !order.dryRun) options.onOpenSubjects?.();
      return result;
    });
  });

  scope.post('/imports/look', limits, async (request, reply) => {
    const caller = options.callerOf(request, reply);
    const actor = await importer(caller);
    const { lang: _, ...asked } = lookQuery.parse(request.query);
    const { type, bytes } = await receiveFile(request);
    return reply.send(await lookAtFile({ ...asked, type, bytes }, { db: options.db, actor }));
  });

  scope.post('/imports/mapped', limits, async (request, reply) => {
    const caller = options.callerOf(request, reply);
    const actor = await importer(caller);
    const { dryRun, progress } = mappedQuery.parse(request.query);
    const { type, bytes, text } = await receiveFile(request);
    const written = text('order');
    if (written === null) throw refuse('INVALID_INPUT', { field: 'order' });
    const order = {
      ...mappedOrder.parse(readJson(Buffer.from(written))),
      dryRun: dryRun === 'true',
      type,
      bytes,
    };
    await importer(caller, order.kind);
    return answerImport({ request, reply, caller }, progress === 'ndjson', async (onProgress) => {
      const result = await importMapped(order, { ...doorFor(caller), actor, onProgress });
      if (result.toStart > 0 && !order.dryRun) options.onOpenSubjects?.();
      return result;
    });
  });

  const doorFor = ({ language }: Caller) => ({ db: options.db, now: new Date().toISOString(), language });
}

const FILE_LIMIT_BYTES = 32 * 1024 * 1024;
/** A mapping with its words and as many corrections as one makes by hand. */
const ORDER_LIMIT_BYTES = 2 * 1024 * 1024;

export interface ImportRoutesOptions {
  readonly db: Db;
  readonly callerOf: (request: FastifyRequest, reply: FastifyReply) => Caller;
  /** Open plans and documents were written whose workflows are to be started now. */
  readonly onOpenSubjects?: () => void;
}

/** Known or not: what it is to be is judged once the caller is known. */
const anyKind = z.object({ kind: z.enum(IMPORT_KINDS).optional().catch(undefined) });
const kindQuery = z.object({ kind: z.enum(IMPORT_KINDS) });
const mappedQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false'),
  progress: z.enum(['ndjson']).optional(),
  lang: z.string().optional(),
});
const importQuery = mappedQuery.extend({ kind: z.enum(IMPORT_KINDS) });
const lookQuery = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  sheet: z.string().max(255).optional(),
  headerRow: z.coerce.number().int().min(1).max(200_000).optional(),
  lang: z.string().optional(),
});
