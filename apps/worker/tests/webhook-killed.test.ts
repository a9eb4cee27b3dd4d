import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { openPayloads } from '@tinhgon/commands/payloads/data-converter';
import { sealText } from '@tinhgon/commands/payloads/sealed-text';
import { addWebhook } from '@tinhgon/database/catalogue/save-webhook';
import { listDeliveries } from '@tinhgon/database/queries/webhooks/webhooks';
import { SYSTEM } from '@tinhgon/rules/person';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { enterMinistry, planInReview } from './due-plans.ts';
import { waitUntil } from './wait-until.ts';
import { type Receiver, startReceiver } from './webhook-receiver.ts';
import { killHard, startWorkerProcess } from './worker-process.ts';

let database: TestDatabase;
let receiver: Receiver;
let worker: ChildProcess;
const start = () =>
  startWorkerProcess(database.url, `test-${randomUUID()}`, inject('payloadKeysFile'), { EVALUATION: 'true' });
beforeAll(async () => {
  database = await createTestDatabase();
  receiver = await startReceiver();
  worker = await start();
});
afterAll(async () => {
  if (worker.exitCode === null && worker.signalCode === null) await killHard(worker);
  await receiver.stop();
  await database.drop();
});

it('what was delivered when the worker was killed comes once more, under the same id', async () => {
  const { db } = database;
  const now = new Date().toISOString();
  const webhook = { id: randomUUID(), name: 'Thử', url: receiver.url, agency: null, enabled: true };
  const secret = await sealText(openPayloads(inject('payloadKeysFile')).keys, `whsec_${'A'.repeat(43)}=`);
  await addWebhook(db, { ...webhook, topics: ['plan.course'] }, secret, { actor: SYSTEM, now });
  // The receiver has it, and its answer never arrives.
  receiver.answer(() => {});
  await enterMinistry(db);
  const code = await planInReview(db, { openedAt: now, dueOn: '2090-01-02' });
  await waitUntil(
    async () => receiver.received.length,
    (count) => count === 1,
  );
  await killHard(worker);
  receiver.answer(200);
  worker = await start();
  const recent = async () => (await listDeliveries(db, { id: webhook.id, list: 'recent', limit: 9 })).items;
  const isDelivered = (items: Awaited<ReturnType<typeof recent>>) =>
    items.some(({ state }) => state === 'delivered');
  await waitUntil(recent, isDelivered, 60_000);
  expect(receiver.received).toHaveLength(2);
  const [first, second] = receiver.received;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(second?.body).toBe(first?.body);
  expect(await recent()).toMatchObject([{ subject: `plan/${code}`, state: 'delivered' }]);
}, 120_000);
