import { exportBottlenecks, exportCampaign } from '@tinhgon/database/queries/campaigns/export-bottlenecks';
import { programmeByCode } from '@tinhgon/database/queries/catalogue/programmes';
import { everyCourse } from '@tinhgon/database/queries/indicators/get-indicator';
import { listIndicators } from '@tinhgon/database/queries/indicators/list-indicators';
import { bottleneckFilter } from '@tinhgon/rules/views/bottleneck';
import { indicatorListInput } from '@tinhgon/rules/views/indicator';
import { totalsInput } from '@tinhgon/rules/views/totals';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { illFormedText } from '../errors/ill-formed.ts';
import { Refusal } from '../errors/refusal.ts';
import { rejectionOfIssues } from '../errors/zod-issue.ts';
import type { RequestContext } from '../request-context.ts';
import { asAtOf, readOn } from '../routes/as-at.ts';
import { codeInput } from '../routes/code-input.ts';
import { found } from '../routes/found.ts';
import { bottleneckTable } from './bottleneck-table.ts';
import { indicatorsTable, indicatorTable } from './indicator-table.ts';
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
  server.get('/indicators/export', async (request, reply) => {
    const { db, language, authenticate } = options.contextOf(request, reply);
    await authenticate();
    const { format, lang: _lang, ...of } = read(asked.extend(indicatorListInput.shape), request.query);
    const { code } = found(await programmeByCode(db, of.programme));
    const list = await listIndicators(db, code, await asAtOf(db, of));
    const name = `chi-tieu-${code}.${format}`;
    return await sendTable(reply, indicatorsTable(list, language), name, format);
  });
  server.get('/indicators/:code/export', async (request, reply) => {
    const { db, language, authenticate } = options.contextOf(request, reply);
    await authenticate();
    const { code } = read(codeInput, request.params);
    const { format, lang: _lang, ...days } = read(asked.extend(totalsInput.shape), request.query);
    const indicator = found(await everyCourse(db, { code, ...(await asAtOf(db, days)) }));
    return await sendTable(reply, indicatorTable(indicator, language), `${code}.${format}`, format);
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
