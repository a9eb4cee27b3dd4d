import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { clientSecret } from '../src/identity/client-secrets.ts';
import { personToken } from '../src/identity/person-token.ts';
import { API_AUDIENCE, SCRIPTS_CLIENT, WEB_CLIENT } from '../src/identity/settings.ts';
import { randomFreePort } from '../src/process/ports.ts';
import { type SupervisedProgram, supervise } from '../src/process/supervise.ts';
import { PROGRAMS, ROOT } from '../src/stack/paths.ts';
import { waitForUrl } from '../src/stack/wait-for.ts';

const APPLICATION = 'http://127.0.0.1:18999';
const Tokens = z.object({ id_token: z.string().optional(), access_token: z.string() });

let dataDir: string;
let issuer: string;
let provider: SupervisedProgram;

beforeAll(async () => {
  dataDir = mkdtempSync(join(process.env['TINHGON_TEST_DIR'] ?? tmpdir(), 'tinhgon-identity-'));
  const port = await randomFreePort();
  issuer = `http://127.0.0.1:${port}`;
  provider = supervise({
    name: 'identity',
    args: [PROGRAMS.identity],
    cwd: ROOT,
    environment: {
      ...process.env,
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      IDENTITY_PORT: `${port}`,
      PUBLIC_URL: APPLICATION,
    },
    logFile: join(dataDir, 'logs', 'identity.log'),
    onStarted: () => {},
    onCrash: () => {},
    onRestarted: () => {},
  });
  await waitForUrl(`${issuer}/.well-known/openid-configuration`, [provider], 30_000);
});

afterAll(async () => {
  await provider.stop(3_000);
  rmSync(dataDir, { recursive: true, force: true });
});

/** A browser that keeps cookies and follows redirects until it leaves the provider. */
function browser() {
  const cookies = new Map<string, string>();
  const visit = async (
    url: string,
    form?: Record<string, string>,
  ): Promise<{ url: string; html: string }> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return { url, html: await response.text() };
    const next = new URL(location, url).href;
    return next.startsWith(issuer) ? visit(next) : { url: next, html: '' };
  };
  return visit;
}

async function tokenEndpoint(parameters: Record<string, string>): Promise<Response> {
  return fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(parameters) });
}

test('a person is chosen with one click and the application learns who it is', async () => {
  const visit = browser();
  const verifier = randomBytes(32).toString('base64url');
  const authorize = `${issuer}/auth?${new URLSearchParams({
    client_id: WEB_CLIENT,
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: `${APPLICATION}/auth/callback`,
    state: 's',
    nonce: 'n',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()}`;
  const list = await visit(authorize);
  expect(list.html).toContain('Nguyễn Thị Lan');
  expect(list.html).toContain('<html lang="vi">');
  expect((await visit(`${list.url}?lang=en`)).html).toContain('<html lang="en">');

  const back = await visit(list.url, { person: 'bca-soan-thao' });
  expect(back.url).toMatch(`${APPLICATION}/auth/callback?code=`);
  const answer = await tokenEndpoint({
    grant_type: 'authorization_code',
    code: new URL(back.url).searchParams.get('code') ?? '',
    redirect_uri: `${APPLICATION}/auth/callback`,
    client_id: WEB_CLIENT,
    client_secret: clientSecret(dataDir, WEB_CLIENT),
    code_verifier: verifier,
  });
  const tokens = Tokens.parse(await answer.json());
  expect(decodeJwt(tokens.id_token ?? '')).toMatchObject({
    sub: 'bca-soan-thao',
    name: 'Nguyễn Thị Lan',
    preferred_username: 'bca-soan-thao',
    nonce: 'n',
  });

  // The next sign-in in the same browser asks again: one machine plays several people.
  expect((await visit(authorize)).html).toContain('Nguyễn Thị Lan');
});

test('a token of a demo person is a signed JWT for the API', async () => {
  const token = await personToken({ issuer, dataDir }, 'btp-tham-dinh');
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const { payload } = await jwtVerify(token, keys, { issuer, audience: API_AUDIENCE });
  expect(payload.sub).toBe('btp-tham-dinh');
  await expect(personToken({ issuer, dataDir }, 'nobody')).rejects.toMatchObject({ code: 'UNKNOWN_PERSON' });
});

test('the grant for demo people is closed to other clients, and scripts get a token of their own', async () => {
  const scripts = { client_id: SCRIPTS_CLIENT, client_secret: clientSecret(dataDir, SCRIPTS_CLIENT) };
  const refused = await tokenEndpoint({
    ...scripts,
    grant_type: 'urn:tinhgon:grant:demo-person',
    person: 'quan-tri',
  });
  expect(refused.status).toBe(400);
  const granted = await tokenEndpoint({ ...scripts, grant_type: 'client_credentials' });
  expect(decodeJwt(Tokens.parse(await granted.json()).access_token)).toMatchObject({
    sub: SCRIPTS_CLIENT,
    aud: API_AUDIENCE,
  });
});

test('tokens stay good over a restart', async () => {
  const token = await personToken({ issuer, dataDir }, 'quan-tri');
  await provider.restart();
  await waitForUrl(`${issuer}/.well-known/openid-configuration`, [provider], 30_000);
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  await expect(jwtVerify(token, keys, { issuer, audience: API_AUDIENCE })).resolves.toBeDefined();
});

test('a broken address gets a page that says what to do', async () => {
  const response = await fetch(`${issuer}/interaction/unknown`);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('Hãy quay lại ứng dụng');
});
