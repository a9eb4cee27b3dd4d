import { saveAgency, savePerson } from '@tinhgon/database';
import { SYSTEM } from '@tinhgon/rules/person';
import { addDays } from '@tinhgon/rules/day';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, startDocument, startPlan, today } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

test('bottlenecks, campaigns and inspections are found by code and by words, by those for whom they exist', async () => {
  const [procedure] = world.procedures;
  const plan = await startPlan(world, 'lan', [{ procedureCode: procedure }], await startDocument(world));
  const raise = async (on: object, responsible: string): Promise<string> => {
    const what = 'Đường truyền chập chờn\nở nhiều nơi';
    const asked = { on, what, cause: 'system', responsible, answerBy: addDays(today(), 14) };
    const { status, body } = await world.call('lan', 'POST', '/bottlenecks', asked);
    expect(status).toBe(201);
    return body.code;
  };
  const onProcedure = await raise({ kind: 'procedure', code: procedure }, world.elsewhere);
  const onPlan = await raise({ kind: 'plan', code: plan.body.code }, world.home);
  const opened = await world.call('office', 'POST', '/campaigns', {
    title: 'Rà soát đường truyền',
    question: 'Nơi nào còn yếu?',
    asks: 'ministries',
    answerBy: addDays(today(), 5),
  });
  const inspected = await world.call('office', 'POST', '/inspections', {
    agency: world.elsewhere,
    subject: 'Kiểm tra đường truyền',
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    from: today(),
    to: today(),
    members: [],
  });
  expect([opened.status, inspected.status]).toEqual([201, 201]);
  const all: string[] = [onProcedure, onPlan, opened.body.code, inspected.body.code];
  const found = async (player: Player, q: string): Promise<string[]> => {
    const items = await read(world, player, `/search?q=${encodeURIComponent(q)}`);
    return items.map(({ code }: { code: string }) => code).filter((code: string) => all.includes(code));
  };
  const whole = all.toSorted();
  for (const q of ['đường truyền', 'DUONG  TRUYEN']) {
    expect((await found('office', q)).sort(), q).toEqual(whole);
    // Neither what stands on a plan of theirs, nor an inspection of others.
    expect((await found('stranger', q)).sort(), q).toEqual(whole.filter((code) => code !== onPlan));
    expect((await found('lan', q)).sort(), q).toEqual(whole.filter((code) => code !== inspected.body.code));
  }
  for (const code of all) expect(await found('office', code.toLowerCase())).toEqual([code]);
  expect(await found('office', 'nơi nào yếu')).toEqual([opened.body.code]);
  expect(await found('stranger', onPlan)).toEqual([]);
});

test('people are found by name while they are active, agencies also by a name they bore', async () => {
  const stamp = { actor: SYSTEM, now: new Date().toISOString() };
  const person = { subject: 'x', email: null, agency: world.home, roles: [], active: true };
  await savePerson(world.database.db, { ...person, id: 'dt', name: 'Đặng Thị Ngọc Ánh' }, stamp);
  await savePerson(
    world.database.db,
    { ...person, id: 'dt-2', subject: 'y', name: 'Đặng Thị Ánh', active: false },
    stamp,
  );
  const agency = { code: 'BGTX', kind: 'ministry' as const, parent: null, to: null, successor: null };
  const named = { ...agency, nameEn: null, from: '1945-09-02' };
  const { db } = world.database;
  await saveAgency(db, { ...named, nameVi: 'Bộ Giao thông cũ', formerNames: [] }, stamp);
  const formerNames = [{ nameVi: 'Bộ Giao thông cũ', nameEn: null, until: '2024-12-31' }];
  await saveAgency(db, { ...named, nameVi: 'Bộ Xây dựng mới', formerNames }, stamp);
  const find = async (q: string) =>
    (await read(world, 'stranger', `/search?q=${encodeURIComponent(q)}`)).map(
      ({ kind, code }: { kind: string; code: string }) => `${kind}/${code}`,
    );
  expect(await find('dang anh')).toEqual(['person/dt']);
  expect(await find('giao thông cũ')).toEqual(['agency/BGTX']);
});
