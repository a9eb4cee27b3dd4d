import { getReport } from '@tinhgon/database/queries/reports/list-reports';
import { signatureWords } from '@tinhgon/rules/report/signature';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { FILE_FORM_BYTES, fileFormOf, takeFileForms } from '../files/file-form.ts';
import type { RequestContext } from '../request-context.ts';
import { found } from '../routes/found.ts';
import { sendKept } from './send-kept.ts';
import { takeSignedCopy } from './take-signed-copy.ts';

const signedReport = z.object({ id: z.uuid() });
const address = signedReport.extend({ version: z.coerce.number().int().min(1).max(10_000) });

/**
 * `POST /reports/{id}/signatures/file`: a multipart form whose fields `number` and `signedOn` stand before its one
 * `file`, the signed copy. `GET /reports/{id}/signatures/{version}/file` hands it over to everyone who may read reports.
 */
export async function signatureRoutes(
  scope: FastifyInstance,
  options: { readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext },
): Promise<void> {
  await takeFileForms(scope);

  scope.post('/reports/:id/signatures/file', { bodyLimit: FILE_FORM_BYTES }, async (request, reply) => {
    const context = options.contextOf(request, reply);
    const actor = await context.authenticate();
    const { id } = signedReport.parse(request.params);
    const { part, fields, name, announced } = await fileFormOf(request, reply);
    const words = signatureWords.parse(fields);
    const answer = await takeSignedCopy(context, actor, { id, words, name, stream: part.file, announced });
    return reply.code(201).header('cache-control', 'no-store').send(answer);
  });

  scope.get('/reports/:id/signatures/:version/file', async (request, reply) => {
    const { db, authenticate } = options.contextOf(request, reply);
    await authenticate();
    const { id, version } = address.parse(request.params);
    const { signatures } = found(await getReport(db, id));
    const { file } = found(signatures.find((one) => one.version === version) ?? null);
    return sendKept(db, found(file), request, reply);
  });
}
