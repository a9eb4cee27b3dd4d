import { readFileBytes } from '@tinhgon/database/files/read-file';
import type { Db } from '@tinhgon/database/schema';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { disposition } from '../files/file-name.ts';

interface KeptFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Streams a file of a report, piece by piece, to be saved: nothing in it runs under our address. */
export function sendKept(
  db: Db,
  { name, mime, bytes, sha256 }: KeptFile,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const etag = `"${sha256}"`;
  reply
    .header('etag', etag)
    .header('cache-control', 'private, no-cache')
    .header('content-type', mime)
    .header('content-disposition', disposition(name))
    .header('content-security-policy', "default-src 'none'; sandbox");
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  reply.header('content-length', bytes);
  const pieces = readFileBytes(db, sha256, { start: 0, end: bytes });
  return reply.send(Readable.from(pieces, { objectMode: false }));
}
