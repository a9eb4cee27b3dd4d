import { exportBottlenecks, exportCampaign } from '@tinhgon/database/queries/campaigns/export-bottlenecks';
import { bottleneckFilter } from '@tinhgon/rules/views/bottleneck';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { illFormedText } from '../errors/ill-formed.ts';
import { Refusal } from '../errors/refusal.ts';
import { rejectionOfIssues } from '../errors/zod-issue.ts';
import type { RequestContext } from '../request-context.ts';
import { readOn } from '../routes/as-at.ts';
import { codeInput } from '../routes/code-input.ts';
import { found } from '../routes/found.ts';
import { bottleneckTable } from './bottleneck-table.ts';
import { fileOf, FORMATS, MIME, type Table } from './table.ts';

const asked = z.strictObject({ format: z.enum(FORMATS).default('xlsx'), lang: z.string().optional() });

/** Lists to take away, with the same eyes as on screen. */
export function exportRoutes(
  server: FastifyInstance,
  options: { readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext },
): void {
  server.get('/bottlenecks/export', async (request, reply) => {
    const context = options.contextOf(request, reply);
    const actor = await context.authenticate();
    const { format, lang: _lang, ...filter } = read(asked.extend(bottleneckFilter.shape), request.query);
    const lines = await exportBottlenecks(context.db, actor, filter, await readOn(context.db, filter));
    return await sendTable(reply, bottleneckTable(lines, context.language), `vuong-mac.${format}`, format);
  });
  server.get('/campaigns/:code/export', async (request, reply) => {
    const context = options.contextOf(request, reply);
    const actor = await context.authenticate();
    const { code } = read(codeInput, request.params);
    const { format } = read(asked, request.query);
    const lines = found(await exportCampaign(context.db, actor, code, await readOn(context.db)));
    return await sendTable(reply, bottleneckTable(lines, context.language), `${code}.${format}`, format);
  });
}

async function sendTable(
  reply: FastifyReply,
  table: Table,
  fileName: string,
  format: (typeof FORMATS)[number],
): Promise<FastifyReply> {
  const file = await fileOf(table, format);
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .type(MIME[format])
    .send(file);
}

function read<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const illFormed = illFormedText(value);
  if (illFormed) throw new Refusal(illFormed);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal(rejectionOfIssues(result.error.issues));
}
