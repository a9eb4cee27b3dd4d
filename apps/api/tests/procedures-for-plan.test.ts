import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, approvePlan, promulgate, read, startDocument, startPlan, upload } from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

interface Found {
  readonly code: string;
  readonly likely: boolean;
  readonly simplified: boolean;
  readonly plan: string | null;
  readonly own: boolean;
}

test('a plan finds first what its agency has still to simplify, then the others, each with why', async () => {
  const own = ['5.001', '5.002', '5.003', '5.004', '5.005'] as const;
  const [planned, hidden, free, other, done] = own;
  const rows = own.map((code) => ({ code, nameVi: `Cấp giấy phép ${code}`, ministry: world.home }));
  const foreign = { code: '5.000', nameVi: 'Cấp giấy phép 5.000', ministry: world.elsewhere };
  expect((await upload(world, 'procedures', [foreign, ...rows])).status).toBe(200);
  await startPlan(world, 'stranger', [{ procedureCode: hidden }], await startDocument(world));
  const mine = await startPlan(world, 'lan', [{ procedureCode: planned }], await startDocument(world));
  const document = await startDocument(world);
  const before = await startPlan(world, 'lan', [{ procedureCode: done }], document);
  await approvePlan(world, `/plans/${before.body.code}`);
  await promulgate(world, document);
  await announce(world, document, [done]);

  const address = `/procedures-for-plan?programme=${world.programme}&leadAgency=${world.home}&q=giay%20phep`;
  const { items, total } = await read(world, 'lan', address);
  expect(items.map(({ code }: Found) => code)).toEqual([hidden, free, other, planned, done, '5.000']);
  expect(total).toBe(6);
  expect(items.filter(({ likely }: Found) => likely)).toHaveLength(3);
  expect(items[3]).toMatchObject({ own: true, simplified: false, plan: mine.body.code });
  expect(items[4]).toMatchObject({ own: true, simplified: true });
  expect(items[5]).toMatchObject({ own: false, ministry: { code: world.elsewhere } });
  // Of a plan one may not see there is no word.
  expect(items[0]).toMatchObject({ code: hidden, plan: null });
  const office: { items: Found[] } = await read(world, 'office', address);
  expect(office.items.find(({ code }) => code === hidden)?.plan).not.toBeNull();

  const short = await read(world, 'lan', `${address}&limit=2`);
  expect([short.items.length, short.total]).toEqual([2, 6]);
});
