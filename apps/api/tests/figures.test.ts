import { randomUUID } from 'node:crypto';
import { rebuild } from '@tinhgon/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, upload } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const [first, ...rest] = world.procedures;
  const inCharge = (code: string | undefined, ministry: string) => ({
    code,
    nameVi: `Thủ tục ${code}`,
    ministry,
    ministryFrom: '2020-02-01',
  });
  const rows = [inCharge(first, world.home), ...rest.map((code) => inCharge(code, world.elsewhere))];
  const uploaded = await upload(world, 'procedures', rows);
  if (uploaded.status !== 200)
    throw new Error(`The procedures were not imported: ${JSON.stringify(uploaded.body)}`);
  await world.call('office', 'POST', `/programmes/${world.programme}/baseline-proposals`, {
    id: randomUUID(),
    date: '2021-01-01',
    reason: 'Danh mục ban đầu',
    decision: { number: '1085/QĐ-TTg', signedOn: '2021-09-15' },
    members: { all: world.procedures },
  });
});
afterAll(() => world?.stop());

const SOURCE = 'Báo cáo số 12/BC-VPCP';
const enter = (player: Player, change: object) =>
  world.call(player, 'POST', '/figures', {
    id: randomUUID(),
    programme: world.programme,
    measure: 'simplified',
    asAt: '2024-12-31',
    value: '0',
    source: SOURCE,
    ...change,
  });
const list = (query = '') => read(world, 'lan', `/figures?programme=${world.programme}${query}`);

test('a printed figure stands beside ours of its day, and parts that do not add up say what is missing', async () => {
  const whole = { id: randomUUID(), measure: 'baseline', value: '5' };
  expect(await enter('office', whole)).toMatchObject({ status: 201, body: { id: whole.id } });
  // Sent again it is the same; another under its id is refused.
  expect(await enter('office', whole)).toMatchObject({ status: 201 });
  expect(await enter('office', { ...whole, value: '6' })).toMatchObject({
    body: { error: { code: 'COMMAND_ID_REUSED', field: 'id' } },
  });
  await enter('office', { measure: 'share', value: '20', page: 'trang 3' });
  await enter('office', { measure: 'baseline', ministry: world.home, value: '3' });
  await enter('office', { measure: 'baseline', asAt: '2020-06-30', value: '9' });
  const { items, total, sums, mayEnter } = await list();
  expect([total, mayEnter]).toEqual([4, false]);
  const line = (measure: string, value: string) =>
    items.find((one: { measure: string; value: string }) => one.measure === measure && one.value === value);
  expect(line('baseline', '5')).toMatchObject({
    ours: 5,
    difference: 0,
    ministry: null,
    enteredBy: 'Người office',
  });
  expect(line('share', '20')).toMatchObject({ ours: 0, difference: 20, page: 'trang 3' });
  // On that day there was no baseline yet.
  expect(line('baseline', '9')).toMatchObject({ ours: null, difference: null });
  expect(line('baseline', '3')).toMatchObject({ ministry: { code: world.home }, ours: 1, difference: 2 });
  expect(sums).toMatchObject([{ source: SOURCE, measure: 'baseline', whole: 5, parts: 3 }]);
  expect(sums[0].missing).toMatchObject([{ code: world.elsewhere }]);

  const pages = [await list('&limit=3')];
  pages.push(await list(`&limit=3&cursor=${pages[0].nextCursor}`));
  expect(pages.map((page) => page.items.length)).toEqual([3, 1]);

  const before = await list();
  await rebuild(world.database.db);
  expect(await list()).toEqual(before);
});

test('a figure is entered as it was printed, by the programme office, and taken away with a reason', async () => {
  const wrong = [
    [{ value: '1,5' }, 'value'],
    [{ value: '1.5' }, 'value'],
    [{ measure: 'share', value: '83.123' }, 'value'],
    [{ source: ' ' }, 'source'],
    [{ asAt: '2024-02-30' }, 'asAt'],
    [{ ministry: 'KHONG-CO' }, 'ministry'],
    [{ programme: 'KHONG-CO' }, 'programme'],
  ] as const;
  for (const [change, field] of wrong) {
    expect((await enter('office', change)).body.error, JSON.stringify(change)).toMatchObject({ field });
  }
  expect(await enter('lan', {})).toMatchObject({ status: 403 });
  const id = randomUUID();
  await enter('office', { id, source: 'Báo cáo gõ nhầm' });
  const remove = (player: Player) =>
    world.call(player, 'POST', '/figures/remove', { id, reason: 'Gõ nhầm nguồn' });
  expect(await remove('lan')).toMatchObject({ status: 403 });
  expect(await remove('office')).toMatchObject({ status: 200 });
  expect(await remove('office')).toMatchObject({ status: 200 });
  expect((await list()).items.map((one: { id: string }) => one.id)).not.toContain(id);
  const { items } = await read(world, 'auditor', '/events?limit=500');
  expect(items).toContainEqual(expect.objectContaining({ subject: `figure/${id}`, type: 'figureRemoved' }));
});
