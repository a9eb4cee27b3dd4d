import type { KeyRing } from '@tinhgon/commands/receipts/key-ring';
import { checkpointOf, listCheckpoints } from '@tinhgon/database/record/keep-checkpoint';
import { legalDateSchema } from '@tinhgon/rules/days';
import { codeSchema } from '@tinhgon/rules/text';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal, refuse } from '../errors/refusal.ts';
import { rejectionOfIssues } from '../errors/zod-issue.ts';
import type { RequestContext } from '../request-context.ts';
import { found } from '../routes/found.ts';
import { makeBundle } from './make-bundle.ts';

/** About two months of nights. */
const LISTED = 60;

export const auditSubject = z.strictObject({ kind: z.enum(['plan', 'document']), code: codeSchema });
export const auditQuery = z.strictObject({ checkpoint: legalDateSchema.optional() });
export const checkpointDay = z.strictObject({ day: z.union([z.literal('latest'), legalDateSchema]) });

/** The record to take away: what happened to a plan or document, and what was signed each night over all of it. */
export function auditRoutes(
  server: FastifyInstance,
  options: {
    readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext;
    readonly keyRing: KeyRing | null;
  },
): void {
  const { contextOf, keyRing } = options;
  server.get('/audit/checkpoints', async (request, reply) => {
    const context = contextOf(request, reply);
    await context.authenticate();
    const checkpoints = await listCheckpoints(context.db, LISTED);
    return await reply.header('cache-control', 'no-store').send({ checkpoints });
  });
  server.get('/audit/checkpoints/:day', async (request, reply) => {
    const context = contextOf(request, reply);
    await context.authenticate();
    const { day } = read(checkpointDay, request.params);
    const checkpoint = found(await checkpointOf(context.db, day === 'latest' ? undefined : day));
    return await asFile(reply, `checkpoint-${checkpoint.statement.day}.json`, checkpoint);
  });
  server.get('/audit/:kind/:code', async (request, reply) => {
    const context = contextOf(request, reply);
    const actor = await context.authenticate();
    const subject = read(auditSubject, request.params);
    const { checkpoint } = read(auditQuery, request.query);
    const { db, deployment } = context;
    if (checkpoint !== undefined) found(await checkpointOf(db, checkpoint));
    const issuer = deployment.publicUrl;
    const bundle = found(await makeBundle({ db, keyRing, issuer }, actor, { subject, checkpoint }));
    // It also carries plans that do not exist for this reader.
    if (bundle.chains.length === 0) throw refuse('FORBIDDEN');
    return await asFile(reply, `${subject.kind}-${subject.code}-record.json`, bundle);
  });
}

const asFile = (reply: FastifyReply, name: string, content: object): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type('application/json; charset=utf-8')
    .send(`${JSON.stringify(content, null, 1)}\n`);

function read<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal(rejectionOfIssues(result.error.issues));
}
