import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trpc } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const input = (change: object = {}) => ({
  id: randomUUID(),
  name: 'Quản lý văn bản',
  url: 'https://127.0.0.1:9/hooks',
  topics: ['document.evidence', 'plan.decisions'],
  agency: world.home,
  enabled: true,
  ...change,
});
async function admin(call: string, body: object, method: 'GET' | 'POST' = 'POST') {
  const { data, rejection } = await trpc(world, 'admin', `webhooks.${call}`, body, method);
  return { data, code: rejection?.code, field: rejection?.field };
}
const list = async () => (await admin('list', {}, 'GET')).data;

test('the secret is shown once, when it is made and when it is replaced', async () => {
  const webhook = input();
  const { secret } = (await admin('add', webhook)).data;
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  const [view] = await list();
  expect(view).toMatchObject({ id: webhook.id, topics: ['plan.decisions', 'document.evidence'], givenUp: 0 });
  expect(JSON.stringify(view)).not.toContain('whsec');
  const replaced = (await admin('replaceSecret', { id: webhook.id })).data.secret;
  expect(replaced).not.toBe(secret);
  expect((await list())[0].oldSecretUntil).not.toBeNull();
  // Adding it again shows nothing more.
  expect((await admin('add', webhook)).code).toBe('ALREADY_RECORDED');
  const { events, rows } = await kept(webhook.id);
  expect(events).toEqual(['webhookSaved']);
  for (const one of [secret, replaced]) expect(rows).not.toContain(one);
  await admin('remove', { id: webhook.id });
  expect(await list()).toEqual([]);
  expect((await kept(webhook.id)).events).toEqual(['webhookSaved', 'webhookRemoved']);
});

/** Everything the database says of one. */
async function kept(id: string) {
  const { db } = world.database;
  const events = await db
    .selectFrom('event')
    .selectAll()
    .where('subject', '=', `webhook/${id}`)
    .orderBy('seq')
    .execute();
  const standing = await db.selectFrom('webhook_standing').selectAll().where('webhook', '=', id).execute();
  return { events: events.map(({ type }) => type), rows: JSON.stringify([events, standing]) };
}

test('addresses that anybody can read on the way are refused, and agencies nobody knows', async () => {
  expect(await admin('add', input({ url: 'http://dms.example.gov.vn/' }))).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'url',
  });
  // Only where the system is tried out.
  expect(await admin('add', input({ url: 'http://127.0.0.1:9/' }))).toMatchObject({ field: 'url' });
  expect(await admin('add', input({ url: 'https://a:b@dms.example.gov.vn/' }))).toMatchObject({
    field: 'url',
  });
  expect(await admin('add', input({ agency: 'KHONG-CO' }))).toMatchObject({
    code: 'UNKNOWN_AGENCY',
    field: 'agency',
  });
  expect(await admin('add', input({ topics: [] }))).toMatchObject({ code: 'INVALID_INPUT', field: 'topics' });
});

test('a test goes out from a worker, and what came of it is shown', async () => {
  const webhook = input();
  await admin('add', webhook);
  const { data } = await admin('test', { id: webhook.id });
  expect(data).toEqual({ state: 'given-up', status: null, answer: null, error: 'ADDRESS_REFUSED' });
  const recent = (await admin('deliveries', { id: webhook.id, list: 'recent' }, 'GET')).data;
  expect(recent).toMatchObject({ total: 1, items: [{ type: 'webhook.test', subject: null, tries: 1 }] });
  expect((await admin('deliveries', { id: webhook.id, list: 'given-up' }, 'GET')).data.total).toBe(0);
  expect((await admin('sendAgain', { id: webhook.id })).data).toEqual({ asked: 0 });
  await admin('save', { ...webhook, enabled: false, name: 'Đã đổi' });
  expect(await list()).toMatchObject([{ name: 'Đã đổi', enabled: false }]);
});

test('that one was entered is seen in the feed by whoever watches over all of it, and by nobody else', async () => {
  const seen = async (player: Player) => {
    const { body } = await world.call(player, 'GET', '/events?limit=1000');
    return body.items.filter(({ subject }: { subject: string }) => subject.startsWith('webhook/')).length;
  };
  for (const player of ['admin', 'auditor', 'office'] as const)
    expect(await seen(player), player).toBeGreaterThan(0);
  for (const player of ['lan', 'minh', 'stranger'] as const) expect(await seen(player), player).toBe(0);
});
