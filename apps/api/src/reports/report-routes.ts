import { readFileBytes } from '@tinhgon/database/files/read-file';
import { getReport } from '@tinhgon/database/queries/reports/list-reports';
import { REPORT_MIME } from '@tinhgon/rules/views/report';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { disposition } from '../files/file-name.ts';
import type { RequestContext } from '../request-context.ts';
import { found } from '../routes/found.ts';

const address = z.object({ id: z.uuid(), name: z.string().max(200) });

/** `GET /reports/{id}/files/{name}`: one file of a report, piece by piece. */
export async function reportRoutes(
  scope: FastifyInstance,
  options: { readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext },
): Promise<void> {
  scope.get('/reports/:id/files/:name', async (request, reply) => {
    const { db, authenticate } = options.contextOf(request, reply);
    await authenticate();
    const { id, name } = address.parse(request.params);
    const report = found(await getReport(db, id));
    const file = found(report.files.find((one) => one.name === name) ?? null);
    const etag = `"${file.sha256}"`;
    reply
      .header('etag', etag)
      .header('cache-control', 'private, no-cache')
      .header('content-type', REPORT_MIME[file.format])
      .header('content-disposition', disposition(file.name))
      .header('content-security-policy', "default-src 'none'; sandbox");
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
    reply.header('content-length', file.bytes);
    const pieces = readFileBytes(db, file.sha256, { start: 0, end: file.bytes });
    return reply.send(Readable.from(pieces, { objectMode: false }));
  });
}
