import multipart, { type MultipartFile } from '@fastify/multipart';
import { MAX_FILE_BYTES } from '@tinhgon/rules/files/file';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { illFormedText } from '../errors/ill-formed.ts';
import { Refusal, refuse } from '../errors/refusal.ts';
import { tooLarge } from './receive-file.ts';

/** Boundaries and fields around the file itself. */
const FORM_BYTES = 64 * 1024;
/** Most a request with one file in a form may bring. */
export const FILE_FORM_BYTES = MAX_FILE_BYTES + FORM_BYTES;

/** Lets the routes of a scope take forms with one file, whose bytes go through as they come: no parser gathers them. */
export async function takeFileForms(scope: FastifyInstance): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request: unknown, _body: unknown, done: (error: null) => void) =>
    done(null),
  );
  await scope.register(multipart, {
    limits: { files: 1, fields: 10, fileSize: MAX_FILE_BYTES + 1, fieldSize: FORM_BYTES },
  });
}

export interface FileForm {
  readonly part: MultipartFile;
  /** The fields before the file, as they were sent. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** As its owner calls it; empty where a form written by hand names none. */
  readonly name: string;
  /** What the request says it brings. */
  readonly announced: number | null;
}

/** A form up to its file: fields first. Throws Refusal for what is no such form. */
export async function fileFormOf(request: FastifyRequest, reply: FastifyReply): Promise<FileForm> {
  const part = await filePart(request);
  const fields = fieldsOf(part);
  // What is refused half-way is let through to its end, so that the answer can be heard.
  reply.raw.once('finish', () => part.file.resume());
  const length = Number(request.headers['content-length']);
  return {
    part,
    fields,
    name: (part.filename as string | undefined) ?? '',
    announced: Number.isFinite(length) ? length : null,
  };
}

async function filePart(request: FastifyRequest): Promise<MultipartFile> {
  if (!request.isMultipart()) throw refuse('INVALID_INPUT', { field: 'file' });
  const part = await request.file().catch((cause: unknown) => {
    if ((cause as { statusCode?: number }).statusCode === 413) throw tooLarge();
    throw refuse('INVALID_INPUT', { field: 'file' });
  });
  if (!part || part.fieldname !== 'file') throw refuse('INVALID_INPUT', { field: 'file' });
  return part;
}

function fieldsOf(part: MultipartFile): Record<string, unknown> {
  const fields = Object.entries(part.fields).flatMap(([name, field]) => {
    if (Array.isArray(field))
      throw refuse('INVALID_INPUT', { field: name, details: { reason: 'duplicate' } });
    return field?.type === 'field' ? [[name, field.value] as const] : [];
  });
  const given = Object.fromEntries(fields);
  const illFormed = illFormedText(given);
  if (illFormed) throw new Refusal(illFormed);
  return given;
}
