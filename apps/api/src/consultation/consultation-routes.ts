import { getConsultations } from '@tinhgon/database/queries/consultation/get-consultations';
import { codeSchema } from '@tinhgon/rules/text';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { today } from '../routes/as-at.ts';
import { found } from '../routes/found.ts';
import { consultationTable } from './consultation-table.ts';

/** `GET /documents/{code}/consultation.csv`: comments and responses, for those who may read the draft. */
export async function consultationRoutes(
  scope: FastifyInstance,
  options: { readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext },
): Promise<void> {
  scope.get('/documents/:code/consultation.csv', async (request, reply) => {
    const context = options.contextOf(request, reply);
    const actor = await context.authenticate();
    const { code } = z.object({ code: codeSchema }).parse(request.params);
    const { readable, view } = found(await getConsultations(context.db, actor, code, today()));
    if (!readable) throw refuse('FORBIDDEN');
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${encodeURIComponent(code)}-consultation.csv"`)
      .header('cache-control', 'private, no-cache')
      .send(consultationTable(view, context.language));
  });
}
