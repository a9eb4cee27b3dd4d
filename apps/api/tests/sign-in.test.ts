import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { answerOf, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ worker: false });
});
afterAll(() => world?.stop());

/** Signs in the way a person does: to the provider, one click on oneself, and back. */
async function signIn(user: string, browser = openBrowser(), returnTo = '/healthz', more = '') {
  const back = encodeURIComponent(returnTo);
  const choice = await browser.visit(`${world.url}/auth/sign-in?returnTo=${back}${more}`);
  const html = await choice.response.text();
  expect(html).toContain(user);
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const name = /<button[^>]*name="([^"]+)"[^>]*value="/.exec(html)?.[1] ?? 'person';
  const end = await browser.visit(new URL(action, choice.url).href, {
    method: 'POST',
    body: new URLSearchParams({ [name]: user }),
  });
  return { browser, end };
}

const me = async (browser: ReturnType<typeof openBrowser>) =>
  answerOf(await browser.fetch(`${world.url}/trpc/me.get`));

test('one signs in at the provider and comes back to where one wanted to be', async () => {
  const { browser, end } = await signIn('bca-soan-thao', openBrowser(), '/healthz?from=inbox');
  expect(end.url).toBe(`${world.url}/healthz?from=inbox`);
  const { status, body } = await me(browser);
  expect(status).toBe(200);
  expect(body.result.data.person).toMatchObject({ id: 'lan', agency: { code: world.home } });
  expect(body.result.data.may).toEqual({
    startPlan: true,
    keepCatalogue: false,
    import: false,
    importKinds: ['indicator-figures'],
    keepWebhooks: false,
    watchSystem: false,
  });
});

test('whoever is to sign in again is asked by the provider, whatever it remembers', async () => {
  const { browser } = await signIn('bca-soan-thao');
  const address = `${world.url}/auth/sign-in?again&returnTo=/healthz`;
  const { searchParams } = new URL((await browser.fetch(address)).headers.get('location') ?? '');
  expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', '0']);
  const { end } = await signIn('bca-soan-thao', browser, '/healthz', '&again');
  expect(end.url).toBe(`${world.url}/healthz`);
  expect((await me(browser)).body.result.data.person.id).toBe('lan');
});

test('the session is out of reach of scripts and other sites, and only its hash is stored', async () => {
  const { browser } = await signIn('bca-soan-thao');
  const name = browser.cookies.get('tinhgon_session') ?? '';
  expect(name).toMatch(/^[\w-]{43}$/);
  const stored = await world.database.db.selectFrom('session').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(name);
  await signIn('bca-soan-thao', browser);
  expect(browser.cookies.get('tinhgon_session')).not.toBe(name);
  expect((await me(browser)).body.result.data.person.id).toBe('lan');
  const old = openBrowser();
  old.cookies.set('tinhgon_session', name);
  expect(await me(old)).toMatchObject({ status: 401 });
});

test('the cookie carries its protections', async () => {
  const browser = openBrowser();
  const response = await browser.fetch(`${world.url}/auth/sign-in?returnTo=//elsewhere.example`);
  expect(response.status).toBe(302);
  expect(response.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Lax/i);
  expect(response.headers.get('location')).toMatch(/code_challenge_method=S256/);
  expect(response.headers.get('location')).toMatch(/nonce=/);
});

test('a callback nobody asked for signs nobody in', async () => {
  const browser = openBrowser();
  const response = await browser.fetch(`${world.url}/auth/callback?code=abc&state=def`);
  expect([response.status, response.headers.get('location')]).toEqual([302, '/']);
  expect(browser.cookies.has('tinhgon_session')).toBe(false);
});

test('whoever nobody has entered is told so', async () => {
  const { browser } = await signIn('btp-soan-thao');
  const { status, body } = await me(browser);
  expect(status).toBe(403);
  expect(body.error.data.rejection).toMatchObject({ code: 'FORBIDDEN', details: { reason: 'noPerson' } });
});

test('signing out ends the session here and at the provider', async () => {
  const { browser } = await signIn('bca-soan-thao');
  const kept = new Map(browser.cookies);
  const response = await browser.fetch(`${world.url}/auth/sign-out`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: world.url },
    body: '',
  });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toContain(world.identity.issuer);
  expect(await me(browser)).toMatchObject({ status: 401 });
  const thief = openBrowser();
  for (const [name, value] of kept) thief.cookies.set(name, value);
  expect(await me(thief)).toMatchObject({ status: 401 });
});

test('signing out everywhere ends every session of that person and nobody else’s', async () => {
  const [here, there, colleague] = [
    (await signIn('bca-soan-thao')).browser,
    (await signIn('bca-soan-thao')).browser,
    (await signIn('bca-lanh-dao')).browser,
  ];
  for (const browser of [here, there, colleague]) expect(await me(browser)).toMatchObject({ status: 200 });
  const out = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '' };
  const foreign = { ...out, headers: { ...out.headers, origin: 'https://elsewhere.example' } };
  const address = `${world.url}/auth/sign-out-everywhere`;
  expect((await here.fetch(address, foreign)).status).toBe(403);
  expect((await openBrowser().fetch(address, out)).headers.get('location')).toBe('/');
  expect(await me(there)).toMatchObject({ status: 200 });
  expect((await here.fetch(address, { ...out, headers: { ...out.headers, origin: world.url } })).status).toBe(
    303,
  );
  for (const browser of [here, there]) expect(await me(browser)).toMatchObject({ status: 401 });
  expect(await me(colleague)).toMatchObject({ status: 200 });
});

test('a session somebody planted before the sign-in is nobody’s', async () => {
  const planted = 'x'.repeat(43);
  const browser = openBrowser();
  browser.cookies.set('tinhgon_session', planted);
  await signIn('bca-soan-thao', browser);
  expect(browser.cookies.get('tinhgon_session')).not.toBe(planted);
  const planter = openBrowser();
  planter.cookies.set('tinhgon_session', planted);
  expect(await me(planter)).toMatchObject({ status: 401 });
});

test('the language one chose comes along to the next browser', async () => {
  const { browser } = await signIn('bca-soan-thao');
  const choice = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"language":"en"}',
  };
  await browser.fetch(`${world.url}/trpc/me.setLanguage`, choice);
  const next = (await signIn('bca-soan-thao')).browser;
  const unknown = await answerOf(await next.fetch(`${world.url}/trpc/nothing.here`));
  expect(unknown).toMatchObject({
    status: 404,
    body: { error: { message: expect.stringMatching(/not found/i) } },
  });
});

test('an idle or old session has ended', async () => {
  for (const change of [
    { seen_at: new Date(Date.now() - 2 * 3600_000 - 1000).toISOString() },
    { expires_at: new Date(Date.now() - 1000).toISOString() },
  ]) {
    const { browser } = await signIn('bca-soan-thao');
    await world.database.db.updateTable('session').set(change).execute();
    expect(await me(browser)).toMatchObject({ status: 401 });
  }
});

describe('another site', () => {
  const body = JSON.stringify({ key: 'plan/new', json: {} });
  const json = { 'content-type': 'application/json' };
  test.each([
    ['names another origin', { origin: 'https://elsewhere.example' }, 403],
    ['names none, from a sandbox', { origin: 'null' }, 403],
    ['says cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['is our own', 'own', 200],
  ])('%s', async (_what, headers, status) => {
    const { browser } = await signIn('bca-soan-thao');
    const answer = await answerOf(
      await browser.fetch(`${world.url}/trpc/drafts.save`, {
        method: 'POST',
        headers: {
          ...json,
          ...(headers === 'own' ? { origin: world.url } : (headers as Record<string, string>)),
        },
        body,
      }),
    );
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.error.code).toBe('FOREIGN_ORIGIN');
  });
});

describe('a bearer token', () => {
  const withToken = (token: string) =>
    world.call(null, 'GET', '/events', undefined, { authorization: `Bearer ${token}` });

  test('that is not one, or not ours, or tampered with, is refused', async () => {
    const good = await world.token('lan');
    const [header, payload, signature] = good.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const other = Buffer.from(JSON.stringify({ ...claims, sub: 'quan-tri' })).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const bad = ['nonsense', `${header}.${other}.${signature}`, `${none}.${payload}.`, randomUUID()];
    for (const token of bad) {
      const answer = await withToken(token);
      expect(answer).toMatchObject({ status: 401, body: { error: { code: 'UNAUTHENTICATED' } } });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect((await withToken(good)).status).toBe(200);
  });
});
