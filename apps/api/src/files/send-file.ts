import { Readable } from 'node:stream';
import { readFileBytes } from '@tinhgon/database/files/read-file';
import { fileToRead } from '@tinhgon/database/queries/files/file-to-read';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { found } from '../routes/found.ts';
import { disposition } from './file-name.ts';
import { rangeOf } from './range.ts';

/** Streams one version of a file. It is always handed over to be saved: nothing in it runs under our address. */
export async function sendFile(
  db: Db,
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = found(await fileToRead(db, actor, id, version));
  const etag = `"${file.sha256}"`;
  reply
    .header('etag', etag)
    // A version never changes; who may see it can.
    .header('cache-control', 'private, no-cache')
    .header('accept-ranges', 'bytes')
    .header('content-type', file.mime)
    .header('content-disposition', disposition(file.name))
    .header('content-security-policy', "default-src 'none'; sandbox");
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  const whole = { start: 0, end: file.bytes };
  const asked = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  const range = asked ? rangeOf(request.headers.range, file.bytes) : null;
  if (range === 'unsatisfiable') {
    return reply
      .code(416)
      .header('content-range', `bytes */${file.bytes}`)
      .header('content-length', 0)
      .send();
  }
  const { start, end } = range ?? whole;
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${file.bytes}`);
  reply.header('content-length', end - start);
  // An empty stream: without any, Fastify would say that the file is empty.
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  return reply.send(Readable.from(readFileBytes(db, file.sha256, { start, end }), { objectMode: false }));
}
