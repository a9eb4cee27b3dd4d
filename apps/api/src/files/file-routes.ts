import { randomUUID } from 'node:crypto';
import { fileFormSchema } from '@tinhgon/rules/files/command';
import { codeSchema } from '@tinhgon/rules/text';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RequestContext } from '../request-context.ts';
import { attachFile } from './attach-file.ts';
import { FILE_FORM_BYTES, fileFormOf, takeFileForms } from './file-form.ts';
import { sendFile } from './send-file.ts';

const NOUNS = { plan: 'plans', document: 'documents' } as const;

/**
 * `POST /plans|documents/{code}/files`: a multipart form whose fields (`step`, `kind`, and as needed `title`, `fileId`,
 * `commandId`) stand before its one `file`. `GET /files/{id}/{version}` streams one version to whoever sees the content
 * of what it is attached to; parts of it with `Range`.
 */
export async function fileRoutes(
  scope: FastifyInstance,
  options: { readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext },
): Promise<void> {
  await takeFileForms(scope);
  for (const kind of ['plan', 'document'] as const) {
    scope.post(`/${NOUNS[kind]}/:code/files`, { bodyLimit: FILE_FORM_BYTES }, async (request, reply) => {
      const context = options.contextOf(request, reply);
      const actor = await context.authenticate();
      const { code } = z.object({ code: codeSchema }).parse(request.params);
      const { part, fields, name, announced } = await fileFormOf(request, reply);
      const form = fileFormSchema.parse(fields);
      const answer = await attachFile(
        context,
        actor,
        { kind, code },
        { form: { ...form, commandId: form.commandId ?? randomUUID() }, name, stream: part.file, announced },
      );
      return reply.code(201).header('cache-control', 'no-store').send(answer);
    });
  }

  scope.get('/files/:id/:version', async (request, reply) => {
    const context = options.contextOf(request, reply);
    const actor = await context.authenticate();
    const { id, version } = fileAddress.parse(request.params);
    return sendFile(context.db, actor, { id, version }, request, reply);
  });
}

const fileAddress = z.object({ id: z.uuid(), version: z.coerce.number().int().min(1).max(10_000) });
