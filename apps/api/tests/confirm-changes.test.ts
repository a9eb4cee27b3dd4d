import { randomUUID } from 'node:crypto';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const read = async (player: Player, path: string) => (await world.call(player, 'GET', path)).body;

async function give(player: Player, path: string, command: Record<string, unknown>) {
  const { version, contentHash } = await read('office', path);
  const signs = command['type'] === 'approve' || command['type'] === 'confirmChanges';
  const envelope = { commandId: randomUUID(), expectedVersion: version, ...(signs ? { contentHash } : {}) };
  const sent = { ...envelope, ...command };
  return { sent, ...(await world.call(player, 'POST', `${path}/commands`, sent)) };
}

const days = (count: number) => ({ timeLimit: { days: count, unit: 'working' } });

async function planWith(first: object) {
  const documentCode = uniqueCode('TT');
  const shared = { programme: world.programme, leadAgency: world.home };
  const document = { ...shared, code: documentCode, type: 'circular', title: 'Thông tư' };
  await world.call('lan', 'POST', '/documents', document);
  const content = (proposed: object) => ({
    name: 'Phương án',
    measures: world.procedures.slice(0, 2).map((procedureCode, index) => ({
      procedureCode,
      measure: 'amend',
      current: days(10),
      proposed: index === 0 ? proposed : days(5),
      documents: [documentCode],
    })),
  });
  const { body } = await world.call('lan', 'POST', '/plans', { ...shared, ...content(first), year: 2026 });
  const plan = `/plans/${body.code}`;
  expect(await give('lan', plan, { type: 'submit' })).toMatchObject({ status: 200 });
  return { plan, content };
}

/** The check asks for a shorter time limit, and gets what `second` says. */
async function comesBack(second: object) {
  const { plan, content } = await planWith(days(8));
  const [procedureCode] = world.procedures;
  const asked = await give('duc', plan, {
    type: 'remark',
    procedureCode,
    field: 'timeLimit',
    text: 'Rút còn 3 ngày',
  });
  const remarkId = asked.sent.commandId;
  await give('duc', plan, { type: 'return', procedureCodes: [procedureCode], reason: 'xem nhận xét' });
  await give('lan', plan, { type: 'saveContent', content: content(second) });
  await give('lan', plan, { type: 'answerRemark', remarkId, text: 'Đã rút', changed: true });
  expect(await give('lan', plan, { type: 'submit' })).toMatchObject({ status: 200 });
  return { plan, remarkId, procedureCode };
}

test('a change that answers a remark is confirmed by its author in one step', async () => {
  const { plan, remarkId, procedureCode } = await comesBack(days(3));
  const [item] = (await read('duc', plan)).confirmable;
  expect(item).toMatchObject({
    step: 'quality-check',
    procedureCode,
    remarkIds: [remarkId],
    obstacle: null,
    confirm: { allowed: true },
    before: { proposed: { timeLimit: { days: 8 } } },
  });
  expect((await read('lan', plan)).confirmable).toMatchObject([{ confirm: { allowed: false } }]);
  const confirm = { type: 'confirmChanges', remarkIds: [remarkId] };
  expect(await give('lan', plan, confirm)).toMatchObject({ status: 403 });
  expect(await give('duc', plan, { ...confirm, contentHash: '0'.repeat(64) })).toMatchObject({
    status: 409,
    body: { error: { code: 'CONTENT_CHANGED' } },
  });
  const done = await give('duc', plan, confirm);
  expect(done).toMatchObject({ status: 200, body: { projected: true } });
  // The same command again is the same decision.
  expect(await world.call('duc', 'POST', `${plan}/commands`, done.sent)).toMatchObject({
    status: 200,
    body: { version: done.body.version },
  });
  const after = await read('minh', plan);
  expect(after.confirmable).toEqual([]);
  expect(after.remarks).toMatchObject([{ id: remarkId, resolvedBy: { id: 'duc' } }]);
  expect(after.lanes).toMatchObject([
    { step: 'plan-approval', procedureCodes: [procedureCode] },
    { step: 'quality-check', procedureCodes: [world.procedures[1]] },
  ]);
  expect(after.history[0]).toMatchObject({ type: 'approved', facts: { confirms: [remarkId] } });
});

test('what else was changed is asked about as usual', async () => {
  const { plan, remarkId } = await comesBack({ ...days(3), feeDong: 5_000 });
  expect((await read('duc', plan)).confirmable).toMatchObject([
    {
      obstacle: { reason: 'other-changes', fields: ['feeDong'] },
      confirm: { allowed: false, code: 'NOT_CONFIRMABLE' },
    },
  ]);
  expect(await give('duc', plan, { type: 'confirmChanges', remarkIds: [remarkId] })).toMatchObject({
    status: 422,
    body: { error: { code: 'NOT_CONFIRMABLE', details: { reason: 'other-changes', fields: 'feeDong' } } },
  });
  expect(await give('duc', plan, { type: 'confirmChanges', remarkIds: [randomUUID()] })).toMatchObject({
    status: 422,
    body: { error: { code: 'UNKNOWN_REMARK', field: 'remarkIds.0' } },
  });
  expect(await give('duc', plan, { type: 'approve' })).toMatchObject({ status: 200 });
});
