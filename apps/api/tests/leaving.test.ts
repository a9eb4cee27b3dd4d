import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut, give, read, startDocument, startPlan, today } from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

async function submittedPlan(): Promise<string> {
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  const plan = `/plans/${body.code}`;
  await carryOut(world, plan, [['lan', { type: 'submit' }]]);
  return plan;
}

test('a dry run says where each item goes and changes nothing; then they go, and asking again finds nothing left', async () => {
  const claimed = await submittedPlan();
  await carryOut(world, claimed, [['duc', { type: 'claim' }]]);
  const given = await world.call('duc', 'POST', '/delegations', {
    personId: 'duc',
    substituteId: 'phap',
    form: 'KT',
    from: today(),
    to: today(),
    reason: 'Nghỉ phép',
  });
  expect(given.status).toBe(201);
  const leave = (body: object, query = '') =>
    world.call('office', 'POST', `/people/duc/leaving${query}`, body);

  const { body: dry } = await leave({}, '?dryRun=true');
  const code = claimed.split('/')[2];
  expect(dry.items).toEqual([
    expect.objectContaining({
      id: `plan/${code}/quality-check`,
      held: true,
      // Hoa controls procedures too and has not edited this plan.
      candidates: [{ id: 'hoa', name: 'Người hoa' }],
      goesTo: { kind: 'person', person: { id: 'hoa', name: 'Người hoa' } },
    }),
  ]);
  expect(dry.assignments.map((held: { function: string }) => held.function)).toEqual([
    'procedure-control',
    'public-display',
  ]);
  expect(dry.delegations).toHaveLength(1);
  expect(dry.ready).toBe(true);
  expect((await read(world, 'office', claimed)).steps[1].holder.id).toBe('duc');

  const display = dry.assignments.find((held: { function: string }) => held.function === 'public-display');
  const choices = { successors: { [display.id]: 'phap' } };
  const { status, body: went } = await leave(choices);
  expect([status, went.done]).toEqual([200, true]);
  expect(went.results.map(({ what }: { what: string }) => what)).toEqual([
    'successor',
    'person',
    'item',
    'assignment',
    'assignment',
    'delegation',
  ]);
  expect((await read(world, 'office', claimed)).steps[1].holder).toMatchObject({ id: 'hoa' });
  expect((await world.call('duc', 'GET', claimed)).status).toBe(403);
  expect(await give(world, 'hoa', claimed, { type: 'approve' })).toMatchObject({ status: 200 });
  expect((await read(world, 'office', '/delegations?person=phap')).assignments).toEqual(
    expect.arrayContaining([expect.objectContaining({ function: 'public-display' })]),
  );
  const { body: again } = await leave(choices);
  expect(again).toEqual({ done: true, results: [] });
});

test('nobody goes while work would be left without anybody, and only the programme office sees people off', async () => {
  const plan = await submittedPlan();
  await carryOut(world, plan, [['hoa', { type: 'approve' }]]);
  const leave = (player: 'office' | 'admin', body: object, query = '') =>
    world.call(player, 'POST', `/people/minh/leaving${query}`, body);
  // The only minister.
  const { body: dry } = await leave('office', {}, '?dryRun=true');
  expect(dry.ready).toBe(false);
  expect(dry.items.some(({ goesTo }: { goesTo: unknown }) => goesTo === null)).toBe(true);
  expect(await leave('office', {})).toMatchObject({
    status: 422,
    body: { error: { code: 'NO_HOLDER_LEFT' } },
  });
  expect(await leave('admin', {}, '?dryRun=true')).toMatchObject({ status: 403 });
  const [held] = dry.assignments;
  // Who drafted the plan may not be left alone with it.
  const barred = await leave('office', { successors: { [held.id]: 'lan' } }, '?dryRun=true');
  expect(barred.body.ready).toBe(false);
  expect(await leave('office', { successors: { [held.id]: 'office' } })).toMatchObject({
    status: 403,
    body: { error: { code: 'FOUR_EYES' } },
  });
  const settled = await leave('office', { successors: { [held.id]: 'phap' } }, '?dryRun=true');
  expect(settled.body.ready).toBe(true);
});
