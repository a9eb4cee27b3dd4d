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

/** Asks for another day of a plan's dates, as its drafter. */
async function ask(code: string, wanted: Readonly<Record<string, string>>) {
  for (const [date, to] of Object.entries(wanted)) {
    const { version } = (await world.call('lan', 'GET', `/plans/${code}`)).body;
    const command = { type: 'requestDateChange', date, to, reason: `Chờ luật (${date})` };
    const sent = { commandId: randomUUID(), expectedVersion: version, ...command };
    expect(await world.call('lan', 'POST', `/plans/${code}/commands`, sent)).toMatchObject({ status: 200 });
  }
}

test('requests for another date are decided on at once, each as it was seen', async () => {
  const [first, second, both, none] = [
    await planDueIn(100),
    await planDueIn(120),
    await planDueIn(140),
    await planDueIn(160),
  ];
  const later = (one: { deadline: string }) => addDays(one.deadline, 30);
  await ask(first.code, { deadline: later(first) });
  await ask(second.code, { deadline: later(second) });
  await ask(both.code, { deadline: later(both), review: addDays(today(), 40) });
  const choose = ({ kind, code }: { kind: string; code: string }, date = 'deadline') => ({
    kind,
    code,
    date,
  });
  const items = [choose(first), choose(second), choose(both), choose(both, 'review'), choose(none)];
  const look = (player: 'minh' | 'lan', action: object) =>
    world.call(player, 'POST', '/operations?dryRun=true', { action, items });
  const seen = (await look('minh', { type: 'approveDateChange' })).body.items;
  expect(seen).toMatchObject([
    {
      allowed: true,
      step: 'date-deadline',
      date: { from: first.deadline, to: later(first) },
      request: { date: 'deadline', reason: 'Chờ luật (deadline)', askedBy: { id: 'lan' } },
    },
    { allowed: true },
    { allowed: true },
    { allowed: false, code: 'OTHER_DATE_FIRST', request: { date: 'review' } },
    { allowed: false, code: 'NOT_FOUND', request: null },
  ]);
  // Four eyes, as for each alone.
  expect((await look('lan', { type: 'refuseDateChange', reason: 'Không' })).body).toMatchObject({
    allowed: 0,
  });

  const start = (action: object, places: readonly number[], change: object = {}) => {
    const commandId = randomUUID();
    const chosen = places.map((place) => {
      const { expectedVersion, contentHash, request } = seen[place];
      return { ...items[place], expectedVersion, contentHash, requestId: request?.id, ...change };
    });
    return {
      commandId,
      answer: world.call('minh', 'POST', '/operations', { commandId, action, items: chosen }),
    };
  };
  const approve = { type: 'approveDateChange' };
  expect(await start(approve, [0], { requestId: undefined }).answer).toMatchObject({
    status: 400,
    body: { error: { code: 'INVALID_INPUT', field: 'items.0.requestId' } },
  });
  // Two of one plan are not decided on from one look.
  expect(await start(approve, [2, 3]).answer).toMatchObject({ status: 400 });

  // What moved on since it was looked at is refused and listed; the others are done.
  const { version } = (await world.call('lan', 'GET', `/plans/${second.code}`)).body;
  const claim = { commandId: randomUUID(), expectedVersion: version, type: 'claim', step: 'quality-check' };
  expect(await world.call('duc', 'POST', `/plans/${second.code}/commands`, claim)).toMatchObject({
    status: 200,
  });
  const ended = async ({ commandId, answer }: ReturnType<typeof start>) => {
    expect(await answer).toMatchObject({ status: 200 });
    const state = async () => (await world.call('minh', 'GET', `/operations/${commandId}`)).body.state;
    await expect.poll(state, { timeout: 30_000 }).toBe('done');
    return (await world.call('minh', 'GET', `/operations/${commandId}/items`)).body.items;
  };
  expect(await ended(start(approve, [0, 1]))).toMatchObject([
    { outcome: 'done' },
    { outcome: 'refused', code: 'STALE_VERSION' },
  ]);
  expect(await ended(start({ type: 'refuseDateChange', reason: 'Đủ thời gian' }, [2]))).toMatchObject([
    { outcome: 'done' },
  ]);
  const plan = async (code: string) => (await world.call('lan', 'GET', `/plans/${code}`)).body;
  expect(await plan(first.code)).toMatchObject({
    deadline: later(first),
    dates: { requests: [], changes: [{ approvedBy: { id: 'minh' } }] },
  });
  expect(await plan(second.code)).toMatchObject({ deadline: second.deadline, dates: { requests: [{}] } });
  expect(await plan(both.code)).toMatchObject({
    deadline: both.deadline,
    dates: { requests: [{ date: 'review' }] },
  });
});
