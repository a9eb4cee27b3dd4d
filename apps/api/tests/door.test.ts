import { sql } from 'kysely';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FILE_MIMES } from '@tinhgon/rules/files/file';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CALLS } from '../src/v1/calls.ts';
import { streamedPaths } from '../src/v1/streamed-operations.ts';
import { answerOf, openWorld, type World } from './world.ts';

let world: World;
const dist = mkdtempSync(join(tmpdir(), 'tinhgon-web-'));
beforeAll(async () => {
  mkdirSync(join(dist, 'assets'));
  writeFileSync(
    join(dist, 'index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__"><div id="root"></div>',
  );
  writeFileSync(join(dist, 'assets', 'main-abc123.js'), 'export {};');
  writeFileSync(join(dist, 'assets', 'pdf.worker.min-x.mjs'), 'export {};');
  writeFileSync(join(dist, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  world = await openWorld({
    worker: false,
    environment: { WEB_DIST: dist, RATE_LIMIT_PER_MINUTE: '200', ADMIN_SUBJECT: 'btp-soan-thao' },
  });
});
afterAll(async () => {
  await world?.stop();
  rmSync(dist, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(world.url + path, init);

describe('the web application', () => {
  test('answers any address of a page with a nonce of its own', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/plans/BCA-2026-001', '/inbox?view=mine']) {
      const response = await get(path);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      const nonce = /content="([^"]+)"/.exec(await response.text())?.[1] ?? '';
      expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test('lets browsers keep what is named after its content, and nothing else', async () => {
    const asset = await get('/assets/main-abc123.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/assets/gone.js')).status).toBe(404);
  });

  test.each(['/api/none', '/api/v1/none', '/trpc/none', '/auth/none', '/healthz/x'])(
    'never stands in for %s',
    async (path) => {
      const answer = await answerOf(await get(path));
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('json');
    },
  );

  test('cannot be left through its own folder', async () => {
    for (const path of [
      '/..%2f..%2fetc%2fpasswd',
      '/assets/..%2f..%2f..%2fetc%2fpasswd',
      '/%2e%2e/%2e%2e/etc/passwd',
    ]) {
      expect(await (await get(path)).text()).not.toContain('root:');
    }
  });
});

test('no page runs a script or style nobody meant, sits in a frame, or promises TLS it has not', async () => {
  const { headers } = await get('/');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('upgrade-insecure-requests');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('strict-transport-security')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('only the worker that draws PDF files may compile WebAssembly, and it may do nothing else', async () => {
  const { headers } = await get('/assets/pdf.worker.min-x.mjs');
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
  );
});

test('operations learn whether it lives, is ready, and how it does', async () => {
  expect(await answerOf(await get('/healthz'))).toMatchObject({ status: 200, body: { alive: true } });
  expect(await answerOf(await get('/readyz'))).toMatchObject({
    status: 200,
    body: { ready: true, database: true, temporal: true },
  });
  const metrics = await (await get('/metrics')).text();
  expect(metrics).toContain('process_cpu_seconds_total');
  expect(metrics).toContain('tinhgon_mails{state="waiting"} 0');
  expect(metrics).toMatch(/tinhgon_database_pool\{state="waiting"\} \d/);
  expect(metrics).toMatch(/tinhgon_http_request_seconds_bucket\{.*route="\/readyz"/);
});

describe('OpenAPI', () => {
  test('describes every call of the table', async () => {
    const { body } = await answerOf(await get('/api/v1/openapi.json'));
    expect(body.openapi).toMatch(/^3\.1\./);
    const called = CALLS.map(({ path }) => path as string);
    const paths = new Set([...called, '/imports', ...Object.keys(streamedPaths({}))]);
    expect(Object.keys(body.paths).sort()).toEqual([...paths].sort());
    expect(paths.size).toBeGreaterThan(30);
    const commands = body.paths['/plans/{code}/commands'].post;
    expect(JSON.stringify(commands.requestBody)).toContain('saveContent');
    expect(commands.responses['409'].content['application/json'].schema.$ref).toContain('Error');
  });

  test('names nothing it does not define', async () => {
    const { body } = await answerOf(await get('/api/v1/openapi.json'));
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    for (const reference of new Set(references)) {
      const target = reference
        .split('/')
        .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key.replaceAll('~1', '/')], body);
      expect(target, reference).toBeDefined();
    }
    const ids = Object.values<Record<string, { operationId?: string }>>(body.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names the types that files are sent as', async () => {
    const { body } = await answerOf(await get('/api/v1/openapi.json'));
    const { responses } = body.paths['/files/{id}/{version}'].get;
    for (const status of ['200', '206']) {
      expect(Object.keys(responses[status].content), status).toEqual([...FILE_MIMES]);
    }
  });

  test('has a page for people', async () => {
    const response = await get('/api/v1');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('/api/v1/plans/{code}/commands');
  });
});

test('the first administrator is made in an empty system only', async () => {
  const headers = { authorization: `Bearer ${await world.token('unknown')}` };
  const me = async () => answerOf(await get('/trpc/me.get', { headers }));
  expect((await me()).status).toBe(403);
  await sql`truncate person, assignment, delegation`.execute(world.database.db);
  world.app.people.forgetAll();
  const { status, body } = await me();
  expect(status).toBe(200);
  expect(body.result.data).toMatchObject({
    person: { roles: ['administrator'], assignments: [] },
    may: { startPlan: false, keepCatalogue: true, import: false, importKinds: [], watchSystem: true },
  });
});

test('a person is counted as one, however many tokens they have', async () => {
  const ask = async (token: string, language: string) =>
    get('/trpc/nothing.here', { headers: { authorization: `Bearer ${token}`, 'accept-language': language } });
  const tokens = await Promise.all(Array.from({ length: 4 }, () => world.identity.token('bca-lanh-dao')));
  expect(new Set(tokens).size).toBe(4);
  const answers = await Promise.all(
    Array.from({ length: 210 }, (_none, index) => ask(tokens[index % 4] ?? '', 'vi')),
  );
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  for (const [language, words] of [
    ['vi', /quá nhiều|quá nhanh/i],
    ['en', /too many|too fast/i],
  ] as const) {
    const refused = await ask(tokens[0] ?? '', language);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await answerOf(refused)).body.error).toMatchObject({
      code: 'RATE_LIMITED',
      message: expect.stringMatching(words),
    });
  }
  expect((await ask(await world.identity.token('btc-soan-thao'), 'vi')).status).toBe(404);
});

test('a script that runs away is stopped, others are not', async () => {
  const from = (credential: string) =>
    get('/healthz', { headers: { authorization: `Bearer ${credential}` } });
  const answers = await Promise.all(Array.from({ length: 230 }, () => from('one')));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(30);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await from('another')).status).toBe(200);
});
