import { createSecretKey, randomUUID } from 'node:crypto';
import { openPayloads } from '@tinhgon/commands/payloads/data-converter';
import { openText, sealText } from '@tinhgon/commands/payloads/sealed-text';
import { savePerson } from '@tinhgon/database/catalogue/save-person';
import { addWebhook, replaceSecret, saveWebhook } from '@tinhgon/database/catalogue/save-webhook';
import { listNotifications } from '@tinhgon/database/queries/notifications/list-notifications';
import { listDeliveries, listWebhooks } from '@tinhgon/database/queries/webhooks/webhooks';
import { rebuild } from '@tinhgon/database/record/rebuild';
import { keepDueReminders } from '@tinhgon/database/reminders/keep-due-reminders';
import { askAgain, askTest } from '@tinhgon/database/webhooks/asked';
import { countWebhooks } from '@tinhgon/database/webhooks/count-webhooks';
import { pruneDeliveries } from '@tinhgon/database/webhooks/prune-deliveries';
import { takeWebhooks } from '@tinhgon/database/webhooks/take-webhooks';
import type { Actor } from '@tinhgon/rules/actor';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { dayOf } from '@tinhgon/rules/day';
import { SYSTEM } from '@tinhgon/rules/person';
import type { Webhook } from '@tinhgon/rules/views/webhook';
import { STOPPED_AFTER_DAYS, WEBHOOK_TRIES } from '@tinhgon/rules/webhook/delivery';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { pino } from 'pino';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { deliver, leaseAt, type WebhookPost } from '../src/webhooks/deliver.ts';
import { renewSecrets } from '../src/webhooks/renew-secrets.ts';
import { createWebhookSender } from '../src/webhooks/send-webhook.ts';
import { enterMinistry, planInReview, submitPlan } from './due-plans.ts';
import { MINISTRY } from './people.ts';
import { type Received, type Receiver, startReceiver } from './webhook-receiver.ts';

const START = '2026-03-02T02:00:00.000Z';
const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const NEW_SECRET = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
const after = (ms: number) => new Date(Date.parse(START) + ms).toISOString();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let database: TestDatabase;
let receiver: Receiver;
let post: Omit<WebhookPost, 'now'>;
beforeEach(async () => {
  database = await createTestDatabase();
  receiver = await startReceiver();
  post = {
    db: database.db,
    send: createWebhookSender({ networks: [], evaluation: true }),
    payloadKeys: openPayloads(inject('payloadKeysFile')).keys,
    log: pino({ level: 'silent' }),
    signal: new AbortController().signal,
  };
  await enterMinistry(database.db);
});
afterEach(async () => {
  await receiver.stop();
  await database.drop();
});

async function enter(change: Partial<Webhook> = {}): Promise<Webhook> {
  const webhook: Webhook = {
    id: randomUUID(),
    name: 'Quản lý văn bản',
    url: receiver.url,
    topics: ['plan.course', 'plan.decisions'],
    agency: null,
    enabled: true,
    ...change,
  };
  const secret = await sealText(post.payloadKeys, SECRET);
  await addWebhook(database.db, webhook, secret, { actor: SYSTEM, now: START });
  return webhook;
}

/** All that is due at a moment, as the program does it each second. */
async function look(now: string): Promise<void> {
  const taken = await takeWebhooks(database.db, leaseAt(now));
  await Promise.all(taken.map((webhook) => deliver({ ...post, now: () => now }, webhook)));
}
const plan = () => planInReview(database.db, { openedAt: START, dueOn: '2026-03-10' });
const subjects = (received: readonly Received[] = receiver.received) =>
  received.map(({ body }) => JSON.parse(body).data.subject as string);
const deliveries = async ({ id }: Webhook, list: 'given-up' | 'recent') =>
  (await listDeliveries(database.db, { id, list, limit: 50 })).items;
const standing = async () => (await listWebhooks(database.db, START))[0];
/** Keys that no process here has. */
const unknownKeys = () => ({
  ...post.payloadKeys,
  current: () => ({ id: 'elsewhere', key: createSecretKey(Buffer.alloc(32)) }),
});
/** The lengths of the pauses are the rules' to say: each look is at the moment the next try is due. */
async function lookUntilPutAside(webhook: Webhook, from: string): Promise<string> {
  for (let now = from; ; ) {
    await look(now);
    if ((await deliveries(webhook, 'given-up')).length > 0) return now;
    now = (await standing())?.retryAt ?? now;
  }
}

it('tells each event once, in the order of the feed, so that the receiver can be sure of it', async () => {
  const before = await plan();
  const webhook = await enter();
  const codes = [await plan(), await plan()];
  await submitPlan(database.db, codes[0]!, after(1_000));
  await look(after(2_000));
  await look(after(3_000));
  expect(subjects()).toEqual([...codes, codes[0]].map((code) => `plan/${code}`));
  expect(subjects()).not.toContain(`plan/${before}`);
  for (const { body, headers } of receiver.received) {
    const told = new Verifier(SECRET).verify(body, headers as Record<string, string>);
    expect(Object.keys((told as { data: object }).data).sort()).toEqual([
      'at',
      'position',
      'seq',
      'subject',
      'type',
      'version',
    ]);
    // Nobody and nothing of what it says.
    expect(body).not.toMatch(/"lan"|Lan|hộ tịch/);
  }
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(3);
  expect((await deliveries(webhook, 'recent')).map(({ state, tries }) => [state, tries])).toEqual(
    Array(3).fill(['delivered', 1]),
  );
  expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual([
    'plan.planStarted',
    'plan.planStarted',
    'plan.submitted',
  ]);
});

it('sends what was chosen alone', async () => {
  await enter({ topics: ['plan.decisions'] });
  const code = await plan();
  await submitPlan(database.db, code, after(1_000));
  await look(after(2_000));
  expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(['plan.submitted']);
});

it('tells an agency’s system what its people may see, and nothing of another ministry', async () => {
  await enter({ agency: MINISTRY, name: 'own' });
  const other = await startReceiver();
  await enter({ agency: 'KHAC', name: 'other', url: other.url, topics: ['plan.course', 'baseline.all'] });
  const code = await plan();
  await look(after(1_000));
  expect(subjects()).toEqual([`plan/${code}`]);
  expect(other.received).toEqual([]);
  // It has gone on all the same, and is not behind.
  expect(await countWebhooks(database.db, after(1_000))).toMatchObject({ waiting: 0, troubled: 0 });
  await other.stop();
});

it('tries again after 500, in order and under the same id, until it is taken', async () => {
  const webhook = await enter();
  let left = 3;
  receiver.answer((response) => {
    left -= 1;
    response.writeHead(left >= 0 ? 500 : 200).end('bận');
  });
  const [first, second] = [await plan(), await plan()];
  for (let now = after(0); receiver.received.length < 5; now = (await standing())?.retryAt ?? now)
    await look(now);
  expect(subjects()).toEqual([first, first, first, first, second].map((code) => `plan/${code}`));
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids.slice(0, 4)).size).toBe(1);
  expect(await deliveries(webhook, 'recent')).toMatchObject([
    { state: 'delivered', tries: 1 },
    { state: 'delivered', tries: 4, status: 200 },
  ]);
  expect(await standing()).toMatchObject({ failingSince: null, retryAt: null, givenUp: 0 });
});

it('does not try before its time, and one receiver that is away holds up no other', async () => {
  await enter({ name: 'A', url: 'http://127.0.0.1:9/hooks' });
  await enter({ name: 'B' });
  await plan();
  await look(after(0));
  expect(receiver.received).toHaveLength(1);
  expect(await standing()).toMatchObject({ name: 'A', failingSince: after(0), retryAt: after(5_000) });
  expect(await takeWebhooks(database.db, leaseAt(after(4_999)))).toEqual([]);
  expect(await takeWebhooks(database.db, leaseAt(after(5_000)))).toHaveLength(1);
});

it('puts aside what is never taken, goes on, and sends it again when asked', async () => {
  const webhook = await enter();
  const bad = await plan();
  receiver.answer((response, { body }) => {
    response.writeHead(body.includes(bad) ? 422 : 200).end('không hiểu '.repeat(100));
  });
  const good = await plan();
  const end = await lookUntilPutAside(webhook, after(0));
  expect(Date.parse(end) - Date.parse(START)).toBeGreaterThan(20 * HOUR_MS);
  expect(subjects()).toEqual([...Array<string>(WEBHOOK_TRIES).fill(`plan/${bad}`)]);
  await look(end);
  expect(subjects().at(-1)).toBe(`plan/${good}`);
  const [aside] = await deliveries(webhook, 'given-up');
  expect(aside).toMatchObject({ subject: `plan/${bad}`, tries: WEBHOOK_TRIES, status: 422, error: null });
  expect(aside?.answer).toHaveLength(500);
  expect(await countWebhooks(database.db, end)).toEqual({ waiting: 0, troubled: 0, failed: 1, stopped: 0 });

  // Still not: it is put back, with what was answered now.
  receiver.answer(400);
  expect(await askAgain(database.db, webhook.id, aside?.id)).toBe(1);
  await look(end);
  expect(await deliveries(webhook, 'given-up')).toMatchObject([{ tries: WEBHOOK_TRIES + 1, status: 400 }]);
  receiver.answer(200);
  expect(await askAgain(database.db, webhook.id)).toBe(1);
  await look(end);
  expect(await deliveries(webhook, 'given-up')).toEqual([]);
  const last = receiver.received.at(-1);
  expect(last?.headers['webhook-id']).toBe(aside?.messageId);
  expect(last?.body).toBe(receiver.received[0]?.body);
});

it('switches off a receiver that takes nothing for days, tells administrators, and catches up once it is on again', async () => {
  const { db } = database;
  const admin = { id: 'quan', name: 'Quản', agency: MINISTRY, roles: ['administrator' as const] };
  const person = { ...admin, subject: 'quan', email: null, active: true };
  await savePerson(db, person, { actor: SYSTEM, now: START });
  const webhook = await enter();
  const codes = [
    await plan(),
    await plan(),
    await plan(),
    await plan(),
    await plan(),
    await plan(),
    await plan(),
  ];
  receiver.answer(503);
  let now = START;
  for (let looks = 0; (await standing())?.enabled && looks < 200; looks += 1) {
    await look(now);
    now = (await standing())?.retryAt ?? now;
  }
  const stopped = await standing();
  expect(stopped?.enabled).toBe(false);
  expect(Date.parse(stopped?.stoppedAt ?? '') - Date.parse(START)).toBeGreaterThanOrEqual(
    STOPPED_AFTER_DAYS * DAY_MS,
  );
  const tried = receiver.received.length;
  await look(after(30 * DAY_MS));
  expect(receiver.received).toHaveLength(tried);
  expect(
    await db
      .selectFrom('event')
      .select(['type', 'actor_id'])
      .where('subject', '=', `webhook/${webhook.id}`)
      .orderBy('position')
      .execute(),
  ).toEqual([
    { type: 'webhookSaved', actor_id: SYSTEM.id },
    { type: 'webhookStopped', actor_id: SYSTEM.id },
  ]);

  const on = { today: dayOf(now), calendar: VIETNAM_CALENDAR };
  const told = async (actor: Actor) =>
    (await listNotifications(db, actor, { view: 'unread', limit: 50 }, on)).items;
  await keepDueReminders(db, now, { calendar: VIETNAM_CALENDAR, withMail: true });
  await keepDueReminders(db, now, { calendar: VIETNAM_CALENDAR, withMail: true });
  expect(await told({ ...admin, assignments: [] })).toMatchObject([
    {
      kind: 'webhook-stopped',
      subject: 'webhook',
      code: webhook.id,
      title: webhook.name,
      step: null,
      dueOn: null,
    },
  ]);
  // Whoever keeps it no longer is not told of it.
  expect(await told({ ...admin, roles: [], assignments: [] })).toEqual([]);

  receiver.answer(200);
  await saveWebhook(db, webhook, { actor: SYSTEM, now });
  await look(now);
  const aside = (await deliveries(webhook, 'given-up')).map(({ subject }) => subject);
  expect(aside.length).toBeGreaterThan(0);
  expect([...aside, ...subjects().slice(tried)]).toEqual(codes.map((code) => `plan/${code}`));
  expect(await told({ ...admin, assignments: [] })).toEqual([]);
});

it('is sent again under the same id by the next sender when one died with it in its hands', async () => {
  await enter();
  await plan();
  const dying: WebhookPost = {
    ...post,
    now: () => START,
    // The receiver has it; the note of it is never made.
    send: async (message) => {
      await post.send(message);
      throw new Error('killed');
    },
  };
  const [taken] = await takeWebhooks(database.db, leaseAt(START));
  await expect(deliver(dying, taken!)).rejects.toThrow('killed');
  await look(after(1_000));
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

it('is held by one sender at a time', async () => {
  await enter();
  await plan();
  const taken = await Promise.all([1, 2, 3, 4].map(() => takeWebhooks(database.db, leaseAt(START))));
  expect(taken.flat()).toHaveLength(1);
  expect(await takeWebhooks(database.db, leaseAt(after(29_000)))).toEqual([]);
  expect(await takeWebhooks(database.db, leaseAt(after(30_000)))).toHaveLength(1);
});

it('signs with the old secret and the new for a day after it was replaced', async () => {
  const webhook = await enter();
  await replaceSecret(database.db, webhook.id, await sealText(post.payloadKeys, NEW_SECRET), START);
  const sure = ({ body, headers }: Received, secret: string) => {
    try {
      new Verifier(secret).verify(body, headers as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  };
  await plan();
  await look(after(1_000));
  await plan();
  await look(after(DAY_MS + 1_000));
  const [first, second] = receiver.received;
  expect([sure(first!, SECRET), sure(first!, NEW_SECRET)]).toEqual([true, true]);
  expect([sure(second!, SECRET), sure(second!, NEW_SECRET)]).toEqual([false, true]);
});

it('keeps secrets sealed, and anew under the key in use', async () => {
  const { payloadKeys } = post;
  const { id } = await enter();
  const kept = async () =>
    (
      await database.db
        .selectFrom('webhook_standing')
        .select('secret')
        .where('webhook', '=', id)
        .executeTakeFirstOrThrow()
    ).secret;
  const sealed = await kept();
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('whsec');
  expect(await openText(payloadKeys, sealed)).toBe(SECRET);
  // As one that was entered before there were keys.
  const plain = await sealText({ ...payloadKeys, current: () => null }, SECRET);
  await database.db.updateTable('webhook_standing').set({ secret: plain, old_secret: sealed }).execute();
  // One that cannot be read hinders no other.
  const { id: lost } = await enter({ name: 'Mất khóa' });
  const unreadable = await sealText(unknownKeys(), SECRET);
  await database.db
    .updateTable('webhook_standing')
    .set({ secret: unreadable })
    .where('webhook', '=', lost)
    .execute();
  expect(await renewSecrets(database.db, payloadKeys)).toBe(1);
  expect(await renewSecrets(database.db, payloadKeys)).toBe(0);
  expect(await kept()).not.toBe(plain);
  expect(await openText(payloadKeys, await kept())).toBe(SECRET);
});

it('sends nothing unsigned when its key is missing, and says so', async () => {
  const webhook = await enter();
  await database.db
    .updateTable('webhook_standing')
    .set({ secret: await sealText(unknownKeys(), SECRET) })
    .execute();
  await plan();
  await look(START);
  expect(receiver.received).toEqual([]);
  expect(await deliveries(webhook, 'recent')).toMatchObject([
    { state: 'waiting', error: 'SECRET_UNREADABLE' },
  ]);
});

it('sends a test at once, switched off or not, and lets what waits go when it is taken', async () => {
  const webhook = await enter();
  receiver.answer(500);
  const code = await plan();
  await look(after(0));
  const test = { messageId: 'msg_test', type: 'webhook.test', body: '{"type":"webhook.test","data":{}}' };
  await askTest(database.db, webhook.id, test, after(1_000));
  receiver.answer(200);
  await look(after(1_000));
  expect(receiver.received.at(-1)?.headers['webhook-id']).toBe('msg_test');
  await look(after(2_000));
  expect(subjects().at(-1)).toBe(`plan/${code}`);
  await saveWebhook(database.db, { ...webhook, enabled: false }, { actor: SYSTEM, now: after(3_000) });
  await plan();
  await askTest(database.db, webhook.id, { ...test, messageId: 'msg_off' }, after(4_000));
  await look(after(4_000));
  expect(receiver.received.at(-1)?.headers['webhook-id']).toBe('msg_off');
  // A test that was not taken is none of what was put aside.
  receiver.answer(500);
  await askTest(database.db, webhook.id, { ...test, messageId: 'msg_bad' }, after(5_000));
  await look(after(5_000));
  expect(await deliveries(webhook, 'given-up')).toEqual([]);
});

it('is made again from the record, and what was delivered or put aside is forgotten in time', async () => {
  const { db } = database;
  const webhook = await enter();
  await plan();
  await look(after(0));
  const before = await db.selectFrom('webhook').selectAll().execute();
  await rebuild(db);
  expect(await db.selectFrom('webhook').selectAll().execute()).toEqual(before);
  expect(await deliveries(webhook, 'recent')).toHaveLength(1);

  await db.updateTable('webhook_delivery').set({ state: 'given-up' }).execute();
  await pruneDeliveries(db, after(30 * DAY_MS - 1));
  expect(await deliveries(webhook, 'given-up')).toHaveLength(1);
  await pruneDeliveries(db, after(30 * DAY_MS + 1));
  expect(await deliveries(webhook, 'given-up')).toEqual([]);
});
