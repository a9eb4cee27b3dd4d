import { randomUUID } from 'node:crypto';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const read = async (player: Player, path: string) => (await world.call(player, 'GET', path)).body;

async function give(player: Player, path: string, command: Record<string, unknown>) {
  const { version, contentHash } = await read('office', path);
  const hash = command['type'] === 'approve' ? { contentHash } : {};
  const sent = { commandId: randomUUID(), expectedVersion: version, ...hash, ...command };
  const answer = await world.call(player, 'POST', `${path}/commands`, sent);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
}

const days = (count: number) => ({ timeLimit: { days: count, unit: 'working' } });

/** A document being drafted, for a plan with one procedure that is approved. */
async function drafting() {
  const code = uniqueCode('TT');
  const shared = { programme: world.programme, leadAgency: world.home };
  const text = { title: 'Thông tư', articles: ['Điều 1', 'Điều 2'] };
  await world.call('lan', 'POST', '/documents', { ...shared, ...text, code, type: 'circular' });
  const content = (limit: number, name = 'Phương án') => ({
    name,
    measures: [
      {
        procedureCode: world.procedures[0],
        measure: 'amend',
        current: days(10),
        proposed: days(limit),
        documents: [code],
      },
    ],
  });
  const { body } = await world.call('lan', 'POST', '/plans', { ...shared, ...content(5), year: 2026 });
  const plan = `/plans/${body.code}`;
  await give('lan', plan, { type: 'submit' });
  await give('duc', plan, { type: 'approve' });
  await give('minh', plan, { type: 'approve' });
  const document = `/documents/${code}`;
  await expect.poll(async () => (await read('lan', document)).phase, { timeout: 20_000 }).toBe('drafting');
  return { plan, document, text, content };
}

test('whoever decided on a document is told what changed in it since', async () => {
  const { document, text } = await drafting();
  await give('lan', document, { type: 'submit' });
  expect(await read('phap', `${document}/changes`)).toEqual({
    since: null,
    lines: [],
    procedures: [],
    hidden: 0,
  });
  await give('phap', document, { type: 'return', reason: 'sửa Điều 2' });
  const changed = { ...text, articles: ['Điều 1', 'Điều 2 mới'], impact: 'Giảm hồ sơ' };
  await give('lan', document, { type: 'saveContent', content: changed });
  expect(await read('phap', `${document}/changes`)).toMatchObject({
    since: { type: 'returned', by: { id: 'phap' } },
    lines: [
      { field: 'articles', before: 'Điều 1\nĐiều 2', after: 'Điều 1\nĐiều 2 mới' },
      { field: 'impact', before: '', after: 'Giảm hồ sơ' },
    ],
    procedures: [],
    hidden: 0,
  });
  // From its beginning: the measure was linked.
  expect(await read('phap', `${document}/changes?since=1`)).toMatchObject({
    procedures: [{ procedureCode: world.procedures[0], before: null, after: { proposed: days(5) } }],
  });
  expect(await world.call('stranger', 'GET', `${document}/changes?since=1`)).toMatchObject({ status: 404 });
  expect(await world.call('phap', 'GET', `${document}/changes?since=999`)).toMatchObject({ status: 404 });
});

test('what was decided in my name is my last decision, and so is that of whom I stand in for', async () => {
  const { plan, document, text } = await drafting();
  const held = (await read('minh', plan)).history.find(({ type }: { type: string }) => type === 'approved');
  expect(held.actor.id).toBe('minh');
  const delegation = {
    personId: 'minh',
    substituteId: 'duc',
    form: 'KT',
    from: today(),
    to: today(),
    reason: 'Công tác',
  };
  expect(await world.call('minh', 'POST', '/delegations', delegation)).toMatchObject({ status: 201 });
  // The substitute reads on from where the other was, though they decided themself at the check before.
  await expect
    .poll(async () => (await read('duc', `${plan}/changes`)).since?.by.id, {
      timeout: 70_000,
      interval: 1_000,
    })
    .toBe('minh');
  await give('lan', document, { type: 'submit' });
  await give('phap', document, { type: 'approve' });
  await give('lan', document, { type: 'submit' });
  await give('duc', document, { type: 'return', reason: 'xem lại' });
  await give('lan', document, { type: 'saveContent', content: { ...text, impact: 'Có' } });
  expect(await read('minh', `${document}/changes`)).toMatchObject({
    since: { type: 'returned', by: { id: 'duc', onBehalfOf: { id: 'minh', form: 'KT' } } },
    lines: [{ field: 'impact' }],
  });
});

test('everybody is told what is new since they last looked, and nobody else is', async () => {
  const { plan, document } = await drafting();
  for (const path of [plan, document]) {
    expect(await read('office', `${path}/changes?since=look`)).toMatchObject({ since: null });
    const look = () => world.call('office', 'POST', `${path}/look`, {});
    expect(await look()).toMatchObject({ status: 200, body: { since: null } });
    await give('lan', path, { type: 'comment', text: 'Đã xem' });
    // The same visit goes on.
    expect(await look()).toMatchObject({ body: { since: null } });
    await yesterday(path);
    expect(await look()).toMatchObject({ body: { since: { seq: expect.any(Number) } } });
    expect(await read('office', `${path}/changes?since=look`)).toMatchObject({
      since: { type: 'looked', by: { id: 'office' } },
      lines: [],
    });
    expect(await read('lan', `${path}/changes?since=look`)).toMatchObject({ since: null });
  }
  expect(await world.call('stranger', 'POST', `${plan}/look`, {})).toMatchObject({ status: 404 });
});

/** What was looked at a moment ago was looked at a day ago. */
async function yesterday(path: string): Promise<void> {
  const subject = path.replace('/plans/', 'plan/').replace('/documents/', 'document/');
  const { db } = world.database;
  const { at } = await db
    .selectFrom('read_mark')
    .select('at')
    .where('subject', '=', subject)
    .where('person_id', '=', 'office')
    .executeTakeFirstOrThrow();
  const before = new Date(Date.parse(at) - 86_400_000).toISOString();
  await db.updateTable('read_mark').set({ at: before }).where('subject', '=', subject).execute();
}
