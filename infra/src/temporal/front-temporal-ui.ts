import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { Problem } from '../problem.ts';

const SETTINGS = '/api/v1/settings';
/** Shown above what could not be decoded; `infra/production/temporal-ui` says the same. */
const WHO_MAY_READ =
  'Nội dung được mã hóa: đăng nhập Tinh Gọn với vai trò giám sát để đọc. Encrypted: sign in to Tinh Gọn as a supervisor to read it.';
const settings = z.looseObject({ Codec: z.looseObject({}).nullish() });

/**
 * Stands at `port` before the UI of Temporal's development server. That server can be told where payloads are decoded,
 * but not that the browser shall say there who is signed in, without which nobody may decode: that is said here, and
 * what to do when they may not.
 */
export async function frontTemporalUi(
  port: number,
  inside: number,
  publicUrl: string,
): Promise<{ stop(): Promise<void> }> {
  const codec = {
    IncludeCredentials: true,
    DefaultErrorMessage: WHO_MAY_READ,
    DefaultErrorLink: publicUrl,
  };
  const server = createServer((asked, answer) => {
    const amended = asked.method === 'GET' && asked.url?.split('?', 1)[0] === SETTINGS;
    const { 'accept-encoding': encoding, ...headers } = asked.headers;
    const forwarded = request(
      {
        host: '127.0.0.1',
        port: inside,
        method: asked.method,
        path: asked.url,
        // What is amended must come as it is.
        headers: amended || encoding === undefined ? headers : { ...headers, 'accept-encoding': encoding },
      },
      (came) => void (amended ? amend(came, answer, codec) : pass(came, answer)),
    );
    forwarded.on('error', () => fail(answer));
    asked.pipe(forwarded);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Problem('PORT_TAKEN', { port, what: 'Temporal UI', variable: 'TEMPORAL_UI_PORT' }, cause)),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function pass(came: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(came.statusCode ?? 502, came.headers);
  came.pipe(answer);
}

async function amend(came: IncomingMessage, answer: ServerResponse, codec: object): Promise<void> {
  try {
    const body = await text(came);
    const read = settings.safeParse(came.statusCode === 200 ? JSON.parse(body) : null);
    const changed = read.success
      ? JSON.stringify({ ...read.data, Codec: { ...read.data.Codec, ...codec } })
      : body;
    const { 'transfer-encoding': _chunked, ...headers } = came.headers;
    answer.writeHead(came.statusCode ?? 502, { ...headers, 'content-length': Buffer.byteLength(changed) });
    answer.end(changed);
  } catch {
    fail(answer);
  }
}

function fail(answer: ServerResponse): void {
  if (!answer.headersSent) answer.writeHead(502);
  answer.end();
}
