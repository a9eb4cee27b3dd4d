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
