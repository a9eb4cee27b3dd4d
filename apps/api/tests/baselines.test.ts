import { randomUUID } from 'node:crypto';
import { rebuild, savePerson } from '@tinhgon/database';
import { SYSTEM } from '@tinhgon/rules/person';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read, upload } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  // The second person of the office.
  await savePerson(
    world.database.db,
    {
      id: SECOND,
      subject: 'kiem-toan',
      name: 'Người thứ hai',
      email: null,
      agency: world.home,
      roles: ['programme-office'],
      active: true,
    },
    { actor: SYSTEM, now: new Date().toISOString() },
  );
});
afterAll(() => world?.stop());

const SECOND = 'auditor' satisfies Player;
const programme = () => `/programmes/${world.programme}`;
const propose = (player: Player, change: object) =>
  world.call(player, 'POST', `${programme()}/baseline-proposals`, {
    id: randomUUID(),
    date: '2022-01-01',
    reason: 'Rà soát lại danh mục',
    ...change,
  });
const decide = (player: Player, id: string, decision: object) =>
  world.call(player, 'POST', `/baseline-proposals/${id}/decision`, decision);
const totals = () => read(world, 'lan', `${programme()}/totals`);
const member = (side: string, id: string) =>
  read(world, 'lan', `/baseline-proposals/${id}/members?side=${side}`);

describe('a baseline', () => {
  test('that a programme starts with holds at once, and somebody else answers for it', async () => {
    const paper = { number: '1085/QĐ-TTg', signedOn: '2021-09-15' };
    const id = randomUUID();
    const first = { id, date: '2021-01-01', decision: paper, members: { all: world.procedures } };
    expect(await propose('office', first)).toMatchObject({ status: 201, body: { holds: true } });
    expect(await propose('office', first)).toMatchObject({ status: 201, body: { holds: true } });
    expect(await totals()).toMatchObject({ baseline: { date: '2021-01-01', count: 5 }, sharePercent: 0 });
    const [recorded, ...others] = await read(world, 'office', `${programme()}/baselines`);
    expect(others).toEqual([]);
    expect(recorded).toMatchObject({
      decision: paper,
      recordedBy: 'Người office',
      confirmedBy: null,
      mayConfirm: { allowed: false, code: 'FOUR_EYES' },
    });
    const confirm = (player: Player) =>
      world.call(player, 'POST', `${programme()}/baselines/confirm`, { id: recorded.id });
    expect(await confirm('office')).toMatchObject({ status: 403, body: { error: { code: 'FOUR_EYES' } } });
    expect(await confirm(SECOND)).toMatchObject({ status: 200 });
    expect(await confirm(SECOND)).toMatchObject({ body: { error: { code: 'PROPOSAL_DECIDED' } } });
    expect(await read(world, 'lan', `${programme()}/baselines`)).toMatchObject([
      { confirmedBy: 'Người thứ hai', mayConfirm: { allowed: false, code: 'FORBIDDEN' } },
    ]);
  });

  test('changes once a second person approves it, and not before', async () => {
    const [one, two] = world.procedures;
    const id = randomUUID();
    const change = { id, members: { add: [], remove: [one] } };
    expect(await propose('office', change)).toMatchObject({ status: 201, body: { holds: false } });
    expect(await propose('office', change)).toMatchObject({ status: 201 });
    expect(await propose('office', { ...change, reason: 'Lý do khác' })).toMatchObject({
      body: { error: { code: 'COMMAND_ID_REUSED' } },
    });
    expect(await totals()).toMatchObject({ baseline: { count: 5 } });
    expect(await read(world, 'lan', `/baseline-proposals/${id}`)).toMatchObject({
      count: 4,
      added: 0,
      removed: 1,
      base: { date: '2021-01-01', count: 5 },
      byMinistry: [{ before: 5, added: 0, removed: 1, after: 4 }],
      baseHolds: true,
    });
    expect(await member('removed', id)).toMatchObject({ total: 1, items: [{ code: one }] });
    expect(await member('added', id)).toMatchObject({ total: 0, items: [] });
    expect(await decide('office', id, { decision: 'approve' })).toMatchObject({
      body: { error: { code: 'FOUR_EYES' } },
    });
    expect(await decide('admin', id, { decision: 'approve' })).toMatchObject({ status: 403 });
    // Made from the same baseline, and too late once the first of them holds.
    const rival = randomUUID();
    await propose('office', { id: rival, members: { add: [], remove: [two] } });
    expect(await decide(SECOND, id, { decision: 'approve' })).toMatchObject({ status: 200 });
    expect(await totals()).toMatchObject({ baseline: { date: '2022-01-01', count: 4 } });
    expect(await decide(SECOND, rival, { decision: 'approve' })).toMatchObject({
      status: 409,
      body: { error: { code: 'BASELINE_MOVED' } },
    });
    expect(await read(world, 'lan', `/baseline-proposals/${rival}`)).toMatchObject({ baseHolds: false });
    const refused = { decision: 'refuse', reason: 'Đã có đề nghị khác' };
    expect(await decide(SECOND, rival, refused)).toMatchObject({ status: 200 });
    expect(await decide(SECOND, rival, refused)).toMatchObject({
      body: { error: { code: 'PROPOSAL_DECIDED' } },
    });
  });

  test('is approved once when two people do so in the same moment', async () => {
    const id = randomUUID();
    const add = { add: [world.procedures[0]], remove: [] };
    await propose(SECOND, { id, date: '2023-01-01', members: add });
    const answers = await Promise.all([1, 2, 3].map(() => decide('office', id, { decision: 'approve' })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(await totals()).toMatchObject({ baseline: { date: '2023-01-01', count: 5 } });
    const recorded = await read(world, 'lan', `${programme()}/baselines`);
    expect(recorded).toMatchObject([
      { recordedBy: 'Người thứ hai', confirmedBy: 'Người office' },
      { date: '2022-01-01' },
      { date: '2021-01-01' },
    ]);
  });

  test('is taken back by whoever proposed it', async () => {
    const id = randomUUID();
    await propose('office', { id, date: '2024-01-01', members: { add: [], remove: [world.procedures[1]] } });
    expect(await decide(SECOND, id, { decision: 'withdraw' })).toMatchObject({ status: 403 });
    expect(await decide('office', id, { decision: 'withdraw' })).toMatchObject({ status: 200 });
    expect(await decide(SECOND, id, { decision: 'approve' })).toMatchObject({ status: 409 });
  });

  test('names what is wrong with it', async () => {
    const wrong = async (change: object) => (await propose('office', change)).body.error;
    expect(await wrong({ members: { all: [...world.procedures, '9.999'] } })).toMatchObject({
      code: 'UNKNOWN_PROCEDURE',
      field: 'members.all.5',
    });
    expect(await wrong({ members: { add: [], remove: [...world.procedures] } })).toMatchObject({
      code: 'NOTHING_LEFT',
    });
    expect(await wrong({ date: '2023-02-30', members: { all: ['1.001'] } })).toMatchObject({ field: 'date' });
  });

  test('in a file waits for a second person too, and the same file twice proposes once', async () => {
    const rows = world.procedures.slice(0, 3).map((procedureCode) => ({
      programme: world.programme,
      date: '2025-01-01',
      reason: 'Rà soát năm 2025',
      decisionNumber: '12/QĐ-TTg',
      decisionSignedOn: '2024-12-30',
      procedureCode,
    }));
    expect((await upload(world, 'baselines', rows)).body).toMatchObject({ added: 3, toApprove: 1 });
    expect((await upload(world, 'baselines', rows)).body).toMatchObject({ added: 0, unchanged: 3 });
    expect(await totals()).toMatchObject({ baseline: { date: '2023-01-01', count: 5 } });
    const [open] = await read(world, 'lan', `${programme()}/baseline-proposals`);
    expect(open).toMatchObject({ state: 'proposed', count: 3, decision: { number: '12/QĐ-TTg' } });
    await decide(SECOND, open.id, { decision: 'approve' });
    expect(await totals()).toMatchObject({ baseline: { date: '2025-01-01', count: 3 } });
    expect((await upload(world, 'baselines', rows)).body).toMatchObject({ unchanged: 3 });
    const half = rows.map(({ decisionSignedOn: _day, ...row }) => ({ ...row, date: '2025-06-01' }));
    expect((await upload(world, 'baselines', half)).status).toBe(422);
  });

  test('stands in the record: made again from the events, its rows are the same', async () => {
    const { db } = world.database;
    const rows = () =>
      Promise.all([
        db.selectFrom('baseline').selectAll().orderBy('id').execute(),
        db
          .selectFrom('baseline_member')
          .selectAll()
          .orderBy('baseline_id')
          .orderBy('procedure_code')
          .execute(),
        db.selectFrom('baseline_proposal').selectAll().orderBy('id').execute(),
      ]);
    const before = await rows();
    await rebuild(db);
    expect(await rows()).toEqual(before);
  });
});
