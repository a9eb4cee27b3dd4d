import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { ErrorCode } from '@tinhgon/rules/errors';
import type { ErrorView } from '@tinhgon/rules/views/common';
import { type Language, sentenceFor } from '../errors/sentence.ts';

/** What Node says of requests that never became one, and what we answer. */
const ANSWERS: Readonly<Record<string, readonly [status: number, code: ErrorCode]>> = {
  HPE_HEADER_OVERFLOW: [431, 'TOO_LARGE'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'TOO_LARGE'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'TOO_SLOW'],
};

/** Answers a request that is broken, over-long or too slow with the one shape of every error, and ends its connection. */
export function answerBrokenRequest(language: Language): (error: { code: string }, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const [status, code] = ANSWERS[error.code] ?? [400, 'INVALID_INPUT'];
    const body: ErrorView = {
      error: { code, message: sentenceFor({ code }, language), logId: randomUUID() },
    };
    const json = JSON.stringify(body);
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(json)}`,
      'Cache-Control: no-store',
      'Connection: close',
    ];
    if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${json}`);
    socket.destroySoon();
  };
}
