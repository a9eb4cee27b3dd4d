import { randomUUID } from 'node:crypto';
import { personById, savePerson } from '@tinhgon/database';
import { SYSTEM } from '@tinhgon/rules/person';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut, give, read, startDocument, startPlan, today } from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

async function ended(id: string) {
  const look = async () => (await world.call('office', 'GET', `/operations/${id}`)).body;
  await expect.poll(async () => (await look()).state, { timeout: 30_000 }).toBe('done');
  return look();
}

async function submittedPlan(): Promise<string> {
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  const plan = `/plans/${body.code}`;
  await carryOut(world, plan, [['lan', { type: 'submit' }]]);
  return plan;
}

/** What somebody is remembered to have read. */
const marksOf = (person: string) =>
  world.database.db.selectFrom('read_mark').select('subject').where('person_id', '=', person).execute();

test('a dry run says where each item goes and changes nothing; then they go, and asking again finds nothing left', async () => {
  const claimed = await submittedPlan();
  await carryOut(world, claimed, [['duc', { type: 'claim' }]]);
  expect(await world.call('duc', 'POST', `${claimed}/look`, {})).toMatchObject({ status: 200 });
  expect(await marksOf('duc')).toHaveLength(1);
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
  const commandId = randomUUID();
  expect(await leave({ ...choices, commandId })).toMatchObject({ status: 200, body: { id: commandId } });
  const went = await ended(commandId);
  expect(went).toMatchObject({ kind: 'leaving', person: { id: 'duc' }, progress: { refused: 0, failed: 0 } });
  const { items } = await read(world, 'office', `/operations/${commandId}/items`);
  expect(items.map(({ subject }: { subject: string }) => subject.split('/')[0])).toEqual([
    'assignment',
    'person',
    'plan',
    'assignment',
    'assignment',
    'delegation',
  ]);
  expect((await read(world, 'office', claimed)).steps[1].holder).toMatchObject({ id: 'hoa' });
  // What they had read is nobody's concern any more.
  expect(await marksOf('duc')).toEqual([]);
  await expect
    .poll(async () => (await world.call('duc', 'GET', claimed)).status, { timeout: 15_000 })
    .toBe(403);
  expect(await give(world, 'hoa', claimed, { type: 'approve' })).toMatchObject({ status: 200 });
  expect((await read(world, 'office', '/delegations?person=phap')).assignments).toEqual(
    expect.arrayContaining([expect.objectContaining({ function: 'public-display' })]),
  );
  // Sent again it is what it was; asked anew nothing is left.
  expect((await leave({ ...choices, commandId })).body).toEqual({ id: commandId });
  const { body: after } = await leave({}, '?dryRun=true');
  expect(after).toMatchObject({ items: [], assignments: [], delegations: [], operation: null });
});

test('nobody goes while work would be left without anybody; an administrator sees how many steps of plans, not which', async () => {
  const plan = await submittedPlan();
  await carryOut(world, plan, [['hoa', { type: 'approve' }]]);
  const leave = (player: 'office' | 'admin', body: object, query = '') =>
    world.call(player, 'POST', `/people/minh/leaving${query}`, body);
  // The only minister.
  const { body: dry } = await leave('office', {}, '?dryRun=true');
  expect(dry.ready).toBe(false);
  expect(dry.items.some(({ goesTo }: { goesTo: unknown }) => goesTo === null)).toBe(true);
  expect(await leave('office', { commandId: randomUUID() })).toMatchObject({
    status: 422,
    body: { error: { code: 'NO_HOLDER_LEFT' } },
  });
  // Of no agency that has plans.
  const { db } = world.database;
  const admin = await personById(db, 'admin');
  if (!admin) throw new Error('no administrator');
  await savePerson(db, { ...admin, agency: 'CP' }, { actor: SYSTEM, now: new Date().toISOString() });
  world.app.people.forgetAll();
  const counted = await leave('admin', {}, '?dryRun=true');
  expect(counted.body).toMatchObject({
    ready: false,
    items: [],
    unseen: [{ function: 'minister', agency: { code: world.home }, unsettled: expect.any(Number) }],
  });
  const code = plan.split('/')[2];
  expect(JSON.stringify(counted.body)).not.toContain(code);
  const unready = await leave('admin', { commandId: randomUUID() });
  expect(unready.body.error.code).toBe('NO_HOLDER_LEFT');
  expect(JSON.stringify(unready.body)).not.toContain(code);
  expect(await world.call('lan', 'POST', '/people/minh/leaving?dryRun=true', {})).toMatchObject({
    status: 403,
  });
  const [held] = dry.assignments;
  // Who drafted the plan may not be left alone with it.
  const barred = await leave('office', { successors: { [held.id]: 'lan' } }, '?dryRun=true');
  expect(barred.body.ready).toBe(false);
  expect(
    await leave('office', { successors: { [held.id]: 'office' }, commandId: randomUUID() }),
  ).toMatchObject({
    status: 403,
    body: { error: { code: 'FOUR_EYES' } },
  });
  const settled = await leave('office', { successors: { [held.id]: 'phap' } }, '?dryRun=true');
  expect(settled.body.ready).toBe(true);

  // Carried out by an administrator, who learns how many plans it was about.
  await carryOut(world, plan, [['minh', { type: 'claim' }]]);
  const commandId = randomUUID();
  const successors = { [held.id]: 'phap' };
  expect(await leave('admin', { successors, commandId })).toMatchObject({ status: 200 });
  const done = await ended(commandId);
  expect(done.progress).toMatchObject({ refused: 0, failed: 0, waiting: 0 });
  expect((await read(world, 'office', plan)).steps[2].holder).toMatchObject({ id: 'phap' });
  const listed = await read(world, 'admin', `/operations/${commandId}/items`);
  expect(JSON.stringify(listed)).not.toContain(code);
  expect(listed.items).toContainEqual(expect.objectContaining({ subject: 'plan/', title: null }));
  expect(await give(world, 'phap', plan, { type: 'approve' })).toMatchObject({ status: 200 });
});
