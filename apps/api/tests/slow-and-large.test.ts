import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ worker: false, environment: { REQUEST_TIMEOUT_S: '1' } });
});
afterAll(() => world?.stop());

/** What a connection hears until the server ends it, having sent `text` and then waited. */
async function heard(text: string, dripping = ''): Promise<string> {
  const { port } = new URL(world.url);
  return await new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    const drip = setInterval(() => dripping !== '' && socket.writable && socket.write(dripping), 200);
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      answer += part;
    });
    socket.on('close', () => {
      clearInterval(drip);
      resolve(answer);
    });
    // A server that has said its say resets the connection under what still drips in.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
  });
}
const rejectionIn = (answer: string) => JSON.parse(answer.split('\r\n\r\n')[1] ?? '{}').error;
const POST = 'POST /api/v1/plans HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

describe('a request that never arrives', () => {
  test.each([
    ['its headers drip in', 'GET / HTTP/1.1\r\nHost: x\r\n', 'x-a: b\r\n'],
    ['its headers stop', 'GET / HTTP/1.1\r\nHost: x\r\n', ''],
    ['its body drips in', `${POST}Content-Length: 100000\r\n\r\n{"name":"`, 'x'],
    ['its chunks drip in', `${POST}Transfer-Encoding: chunked\r\n\r\n`, '1\r\nx\r\n'],
    ['its body stops', `${POST}Content-Length: 100000\r\n\r\n{`, ''],
  ])('%s: it is ended and told why', async (_what, text, dripping) => {
    const answer = await heard(text, dripping);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(rejectionIn(answer)).toMatchObject({ code: 'TOO_SLOW', logId: expect.any(String) });
  });

  test('and many of them keep nobody from being served', async () => {
    const slow = Array.from({ length: 200 }, () => heard('GET / HTTP/1.1\r\nHost: x\r\n'));
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
    expect(new Set((await Promise.all(slow)).map((answer) => answer.slice(0, 12)))).toEqual(
      new Set(['HTTP/1.1 408']),
    );
  });
});

test('an event stream that has asked its question is no slow request', async () => {
  const response = await fetch(`${world.url}/trpc/live.changes?input=%7B%7D`, {
    headers: { authorization: `Bearer ${await world.token('lan')}` },
  });
  const reader = response.body?.getReader();
  const read = async () => (await reader?.read())?.done;
  expect(await read()).toBe(false);
  const ended = Promise.resolve(read());
  const later = new Promise((resolve) => setTimeout(resolve, 2_500, 'open'));
  // Whatever comes next, the end does not.
  expect(await Promise.race([ended, later])).not.toBe(true);
  await reader?.cancel();
});

test.each([
  ['an endless address', `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, 'TOO_LARGE'],
  ['an endless header', `GET / HTTP/1.1\r\nHost: x\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'TOO_LARGE'],
  ['two lengths', `${POST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`, 400, 'INVALID_INPUT'],
  [
    'a length and chunks',
    `${POST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    'INVALID_INPUT',
  ],
  ['a header of another line', 'GET / HTTP/1.1\r\nHost: x\r\nx: a\n b: c\r\n\r\n', 400, 'INVALID_INPUT'],
])('%s is refused in the shape of every error', async (_what, text, status, code) => {
  const answer = await heard(text);
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(rejectionIn(answer)).toMatchObject({ code });
});
