import { rebuild } from '@tinhgon/database';
import { TASK_FILTERS } from '@tinhgon/rules/views/programme-task';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ worker: false });
});
afterAll(() => world?.stop());

const PAPER = 'Kế hoạch cải cách hành chính năm 2024';
const task = (code: string, change: object = {}) => ({
  code,
  programme: world.programme,
  name: `Nhiệm vụ ${code}`,
  paper: PAPER,
  owner: world.home,
  assignedOn: '2024-01-10',
  deadline: '2024-06-15',
  ...change,
});
const save = (code: string, change: object = {}, player: Player = 'office') =>
  world.call(player, 'POST', '/programme-tasks', task(code, change));
const list = (query = '') => read(world, 'lan', `/programme-tasks?programme=${world.programme}${query}`);
const codes = ({ items }: { items: { code: string }[] }) => items.map(({ code }) => code);
const refusal = ({ body }: { body: { error: { code: string; field?: string } } }) => [
  body.error.code,
  body.error.field,
];

test('tasks are counted as at a day: on time, late, not done, overdue', async () => {
  await save('NV-1', { doneOn: '2024-06-15' });
  await save('NV-2', { doneOn: '2024-06-20', result: 'Báo cáo số 5' });
  await save('NV-3');
  await save('NV-4', { deadline: '2024-12-31', owner: world.elsewhere, paper: 'Kết luận số 7' });
  await save('NV-5', { assignedOn: '2024-07-01', deadline: '2024-09-30' });
  const june = await list('&asAt=2024-06-30');
  expect(june.counts).toEqual({
    total: 4,
    done: 2,
    onTime: 1,
    late: 1,
    notDone: 2,
    overdue: 1,
    sharePercent: 50,
  });
  expect(
    june.items.map(({ code, standing }: { code: string; standing: string }) => [code, standing]),
  ).toEqual([
    ['NV-3', 'overdue'],
    ['NV-4', 'open'],
    ['NV-1', 'on-time'],
    ['NV-2', 'late'],
  ]);
  // On the 16th the second was not done yet, and nobody knew with what it would be.
  const second = (await list('&asAt=2024-06-16')).items.find(({ code }: { code: string }) => code === 'NV-2');
  expect(second).toMatchObject({ code: 'NV-2', doneOn: null, result: '', standing: 'overdue' });
  // What a filter of standings shows is what the rules say of each, and parts add up to the whole.
  for (const standing of TASK_FILTERS) {
    const { items, total, counts } = await list(`&asAt=2024-06-30&standing=${standing}`);
    expect([items.length, counts.total]).toEqual([total, 4]);
  }
  expect(codes(await list('&asAt=2024-06-30&standing=done'))).toEqual(['NV-1', 'NV-2']);
  expect(codes(await list(`&asAt=2024-06-30&owner=${world.elsewhere}`))).toEqual(['NV-4']);
  expect(june.papers).toMatchObject([
    { paper: PAPER, counts: { total: 3, done: 2, sharePercent: 66.67 } },
    { paper: 'Kết luận số 7', counts: { total: 1, done: 0, sharePercent: 0 } },
  ]);
  const ofPaper = await list(`&asAt=2024-06-30&paper=${encodeURIComponent(PAPER)}&q=nhiem vu nv`);
  expect(ofPaper.counts).toMatchObject({ total: 3, done: 2, sharePercent: 66.67 });
  const first = await list('&asAt=2024-06-30&limit=3');
  expect(codes(await list(`&asAt=2024-06-30&limit=3&cursor=${first.nextCursor}`))).toEqual(['NV-2']);
});

test('a task is finished without a reason and changed with one; what it said before stays readable', async () => {
  await save('NV-6', { deadline: '2024-08-31' });
  expect(refusal(await save('NV-6', { deadline: '2024-10-31' }))).toEqual(['STALE_VERSION', 'basedOn']);
  const changed = { deadline: '2024-10-31', basedOn: 1 };
  expect(refusal(await save('NV-6', changed))).toEqual(['REASON_REQUIRED', 'reason']);
  expect((await save('NV-6', { ...changed, reason: 'Gia hạn' })).body).toEqual({ code: 'NV-6', version: 2 });
  const done = { deadline: '2024-10-31', doneOn: '2024-10-01', result: 'Quyết định số 9', basedOn: 2 };
  expect((await save('NV-6', done)).body).toEqual({ code: 'NV-6', version: 3 });
  expect((await save('NV-6', done)).body).toEqual({ code: 'NV-6', version: 3 });
  expect(await read(world, 'lan', '/programme-tasks/NV-6')).toMatchObject({
    standing: 'on-time',
    result: 'Quyết định số 9',
    versions: [
      { version: 3, doneOn: '2024-10-01' },
      { version: 2, deadline: '2024-10-31', doneOn: null, reason: 'Gia hạn' },
      { version: 1, deadline: '2024-08-31', by: 'Người office' },
    ],
  });
});

test('a task entered by mistake is taken away with a reason, and stays on record', async () => {
  await save('NV-7');
  const remove = (body: object, player: Player = 'office') =>
    world.call(player, 'POST', '/programme-tasks/NV-7/remove', body);
  expect((await remove({ basedOn: 1, reason: 'Nhập hai lần' }, 'lan')).status).toBe(403);
  expect(refusal(await remove({ basedOn: 1, reason: ' ' }))).toEqual(['REASON_REQUIRED', 'reason']);
  expect((await remove({ basedOn: 1, reason: 'Nhập hai lần' })).body).toEqual({ code: 'NV-7', version: 2 });
  expect(codes(await list())).not.toContain('NV-7');
  expect(await read(world, 'lan', '/programme-tasks/NV-7')).toMatchObject({
    removed: true,
    versions: [{ removed: true, reason: 'Nhập hai lần' }, { removed: false }],
  });
  const before = await list();
  await rebuild(world.database.db);
  expect((await list()).items).toEqual(before.items);
});

test('what is wrong is refused where it is wrong', async () => {
  const wrong = [
    [{ deadline: '2024-01-09' }, 'DATE_ORDER', 'deadline'],
    [{ doneOn: '2024-01-09' }, 'DATE_ORDER', 'doneOn'],
    [{ doneOn: '2099-01-09' }, 'DATE_IN_FUTURE', 'doneOn'],
    [{ paper: ' ' }, 'INVALID_INPUT', 'paper'],
    [{ owner: 'KHONG-CO' }, 'UNKNOWN_AGENCY', 'owner'],
    [{ person: 'khong-co' }, 'UNKNOWN_PERSON', 'person'],
    [{ programme: 'KHONG-CO' }, 'UNKNOWN_PROGRAMME', 'programme'],
  ] as const;
  for (const [input, code, field] of wrong) {
    expect(refusal(await save('NV-8', input)), JSON.stringify(input)).toEqual([code, field]);
  }
  expect((await save('NV-8', {}, 'lan')).status).toBe(403);
});
