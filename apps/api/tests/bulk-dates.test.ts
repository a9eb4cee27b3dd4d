import { randomUUID } from 'node:crypto';
import { addDays } from '@tinhgon/rules/days';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

/** A plan that was submitted, or is still free, with a deadline so many days off. */
async function planDueIn(days: number, submitted = true) {
  const documentCode = uniqueCode('TT');
  const shared = { programme: world.programme, leadAgency: world.home };
  const document = { ...shared, code: documentCode, type: 'circular', title: 'Thông tư' };
  await world.call('lan', 'POST', '/documents', document);
  const measures = [{ procedureCode: world.procedures[0], measure: 'amend', documents: [documentCode] }];
  const deadline = addDays(today(), days);
  const plan = { ...shared, year: 2026, name: 'Phương án', deadline, measures };
  const { body } = await world.call('lan', 'POST', '/plans', plan);
  const command = { commandId: randomUUID(), expectedVersion: 1, type: 'submit' };
  if (submitted) await world.call('lan', 'POST', `/plans/${body.code}/commands`, command);
  return { kind: 'plan', code: body.code as string, deadline };
}

test('many deadlines are put off at once, and what may not move is named before anything begins', async () => {
  const [far, near, free] = [await planDueIn(100), await planDueIn(10), await planDueIn(100, false)];
  const { body: document } = await world.call('lan', 'POST', '/documents', {
    programme: world.programme,
    leadAgency: world.home,
    type: 'circular',
    title: 'Thông tư',
  });
  const items = [far, near, free, { kind: 'document', code: document.code }].map(({ kind, code }) => ({
    kind,
    code,
  }));
  const action = {
    type: 'requestDateChange',
    date: 'deadline',
    move: { by: 'days', days: 14, unit: 'calendar' },
    reason: 'Chờ luật',
  };
  const look = await world.call('lan', 'POST', '/operations?dryRun=true', { action, items });
  expect(look.body.items).toMatchObject([
    { allowed: true, date: { from: far.deadline, to: addDays(far.deadline, 14) } },
    { allowed: false, code: 'GROUND_REQUIRED' },
    { allowed: false, code: 'DATE_STILL_FREE' },
    { allowed: false, code: 'NO_SUCH_DATE', date: null },
  ]);
  const [seen] = look.body.items;
  const { expectedVersion, contentHash } = seen;
  const commandId = randomUUID();
  const chosen = [{ ...items[0], expectedVersion, contentHash }];
  const wrong = [{ kind: 'document', code: document.code, expectedVersion, contentHash }];
  expect(await world.call('lan', 'POST', '/operations', { commandId, action, items: wrong })).toMatchObject({
    status: 422,
    body: { error: { code: 'NO_SUCH_DATE', field: 'items.0.code' } },
  });
  const begun = await world.call('lan', 'POST', '/operations', { commandId, action, items: chosen });
  expect(begun).toMatchObject({ status: 200 });
  const state = async () => (await world.call('lan', 'GET', `/operations/${commandId}`)).body.state;
  await expect.poll(state, { timeout: 30_000 }).toBe('done');
  const { dates } = (await world.call('lan', 'GET', `/plans/${far.code}`)).body;
  expect(dates.requests).toMatchObject([
    { date: 'deadline', from: far.deadline, to: addDays(far.deadline, 14), reason: 'Chờ luật' },
  ]);
});
