import { afterAll, beforeAll, expect, test } from 'vitest';
import { appRouter } from '../src/router.ts';
import { routesOf } from './routes-of.ts';
import { answerOf, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ worker: false });
});
afterAll(() => world?.stop());

const addressOf = (route: string) => world.url + (route.split(' ')[1] ?? '').replaceAll(/:\w+/g, 'x');
const methodOf = (route: string) => route.split(' ')[0] ?? '';
const bearer = async () => ({ authorization: `Bearer ${await world.token('office')}` });

test('every answer of every route carries what keeps a browser from doing what nobody meant', async () => {
  for (const route of routesOf(world)) {
    const response = await fetch(addressOf(route), { method: methodOf(route), redirect: 'manual' });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy, route).toMatch(/default-src '(self|none)'/);
    expect(policy, route).not.toContain('unsafe');
    expect(policy, route).toMatch(/frame-ancestors 'none'|sandbox/);
    expect(response.headers.get('x-content-type-options'), route).toBe('nosniff');
    expect(response.headers.get('referrer-policy'), route).toBe('same-origin');
    expect(response.headers.get('x-powered-by'), route).toBeNull();
    expect(response.headers.get('server'), route).toBeNull();
    // What is published may be read by any page.
    const open = /\/(api\/public|.well-known)\//.test(route) ? '*' : null;
    expect(response.headers.get('access-control-allow-origin'), route).toBe(open);
    await response.body?.cancel();
  }
});

test('no route that changes something takes a request of another site, whoever is signed in', async () => {
  const posts = routesOf(world).filter((route) => methodOf(route) !== 'GET');
  expect(posts.length).toBeGreaterThan(40);
  for (const route of posts) {
    const headers = { ...(await bearer()), 'content-type': 'application/json' };
    for (const from of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const request = { method: methodOf(route), headers: { ...headers, ...from }, body: '{}' };
      const { status, body } = await answerOf(await fetch(addressOf(route), request));
      expect([status, body.error.code], route).toEqual([403, 'FOREIGN_ORIGIN']);
    }
  }
});

test('nothing is changed by following a link, nor by a form that needs no permission to be sent', async () => {
  const mutations = mutationsOf(appRouter._def.procedures);
  expect(mutations.length).toBeGreaterThan(40);
  for (const path of mutations) {
    const address = `${world.url}/trpc/${path}`;
    const followed = await fetch(`${address}?input=%7B%7D`, { headers: await bearer() });
    expect(followed.status, path).toBe(405);
    await followed.body?.cancel();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const headers = { ...(await bearer()), 'content-type': type };
      const sent = await fetch(address, { method: 'POST', headers, body: '{}' });
      expect(sent.status, `${path} as ${type}`).toBe(415);
      await sent.body?.cancel();
    }
  }
});

function mutationsOf(procedures: object, prefix = ''): string[] {
  return Object.entries(procedures).flatMap(([name, value]: [string, { _def?: { type: string } }]) => {
    if (typeof value !== 'function') return mutationsOf(value, `${prefix}${name}.`);
    return (value as { _def: { type: string } })._def.type === 'mutation' ? [prefix + name] : [];
  });
}
