import { getReport } from '@tinhgon/database/queries/reports/list-reports';
import { REPORT_MIME } from '@tinhgon/rules/views/report';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RequestContext } from '../request-context.ts';
import { found } from '../routes/found.ts';
import { sendKept } from './send-kept.ts';

const address = z.object({ id: z.uuid(), name: z.string().max(200) });

/** `GET /reports/{id}/files/{name}`: one file of a report. */
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
    return sendKept(db, { ...file, mime: REPORT_MIME[file.format] }, request, reply);
  });
}
