import { randomUUID } from 'node:crypto';
import multipart, { type MultipartFile } from '@fastify/multipart';
import { fileFormSchema } from '@tinhgon/rules/files/command';
import { MAX_FILE_BYTES } from '@tinhgon/rules/files/file';
import { codeSchema } from '@tinhgon/rules/text';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { illFormedText } from '../errors/ill-formed.ts';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { attachFile } from './attach-file.ts';
import { tooLarge } from './receive-file.ts';
import { sendFile } from './send-file.ts';

/** Boundaries and fields around the file itself. */
const FORM_BYTES = 64 * 1024;
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
  // The bytes go through as they come; no parser gathers them.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request: unknown, _body: unknown, done: (error: null) => void) =>
    done(null),
  );
  await scope.register(multipart, {
    limits: { files: 1, fields: 10, fileSize: MAX_FILE_BYTES + 1, fieldSize: FORM_BYTES },
  });

  for (const kind of ['plan', 'document'] as const) {
    scope.post(
      `/${NOUNS[kind]}/:code/files`,
      { bodyLimit: MAX_FILE_BYTES + FORM_BYTES },
      async (request, reply) => {
        const context = options.contextOf(request, reply);
        const actor = await context.authenticate();
        const { code } = z.object({ code: codeSchema }).parse(request.params);
        const part = await filePart(request);
        const form = formOf(part);
        const length = Number(request.headers['content-length']);
        // What is refused half-way is let through to its end, so that the answer can be heard.
        reply.raw.once('finish', () => part.file.resume());
        const answer = await attachFile(
          context,
          actor,
          { kind, code },
          {
            form: { ...form, commandId: form.commandId ?? randomUUID() },
            // A form written by hand may name none, whatever the type says.
            name: (part.filename as string | undefined) ?? '',
            stream: part.file,
            announced: Number.isFinite(length) ? length : null,
          },
        );
        return reply.code(201).header('cache-control', 'no-store').send(answer);
      },
    );
  }

  scope.get('/files/:id/:version', async (request, reply) => {
    const context = options.contextOf(request, reply);
    const actor = await context.authenticate();
    const { id, version } = fileAddress.parse(request.params);
    return sendFile(context.db, actor, { id, version }, request, reply);
  });
}

const fileAddress = z.object({ id: z.uuid(), version: z.coerce.number().int().min(1).max(10_000) });

async function filePart(request: FastifyRequest): Promise<MultipartFile> {
  if (!request.isMultipart()) throw refuse('INVALID_INPUT', { field: 'file' });
  const part = await request.file().catch((cause: unknown) => {
    if ((cause as { statusCode?: number }).statusCode === 413) throw tooLarge();
    throw refuse('INVALID_INPUT', { field: 'file' });
  });
  if (!part || part.fieldname !== 'file') throw refuse('INVALID_INPUT', { field: 'file' });
  return part;
}

function formOf(part: MultipartFile) {
  const fields = Object.entries(part.fields).flatMap(([name, field]) => {
    if (Array.isArray(field))
      throw refuse('INVALID_INPUT', { field: name, details: { reason: 'duplicate' } });
    return field?.type === 'field' ? [[name, field.value] as const] : [];
  });
  const given = Object.fromEntries(fields);
  const illFormed = illFormedText(given);
  if (illFormed) throw new Refusal(illFormed);
  return fileFormSchema.parse(given);
}
