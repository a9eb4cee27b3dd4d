import { randomUUID } from 'node:crypto';
import { COUNTED_WORK } from '@tinhgon/rules/operation/parameters';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvePlan, codeOf, give, read, startDocument, startPlan, today, trpc } from './acting.ts';
import { wrongsOnRecord } from './sound.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const post = (player: Player, path: string, body: object) => world.call(player, 'POST', path, body);
const merger = () => ({ kind: 'merger', from: [world.home], to: [world.elsewhere], effectiveOn: today() });

const idsOf = (people: readonly { id: string }[]) => people.map(({ id }) => id);

async function ended(id: string) {
  const look = async () => (await world.call('office', 'GET', `/operations/${id}`)).body;
  await expect.poll(async () => (await look()).state, { timeout: 30_000 }).toBe('done');
  return look();
}

test('a ministry merges: counted before, moved, found by both names, signed by both, undone', async () => {
  const document = await startDocument(world);
  const measures = [{ procedureCode: world.procedures[0] }];
  const path = `/plans/${(await startPlan(world, 'lan', measures, document)).body.code}`;
  const other = `/plans/${(await startPlan(world, 'lan', measures, document)).body.code}`;
  await approvePlan(world, other);
  await give(world, 'lan', path, { type: 'submit' });

  const dryRun = await post('office', '/agency-changes?dryRun=true', { change: merger() });
  expect(dryRun.body.counts[world.home]).toMatchObject({ plans: 2, documents: 1, people: 8, procedures: 5 });
  expect(dryRun.body.kinds).toContainEqual({ kind: 'plan', count: 2 });
  const { roles } = dryRun.body.counts[world.home];
  expect(dryRun.body.kinds).toContainEqual({ kind: 'assignment-begun', count: roles });
  expect(dryRun.body.kinds).toContainEqual({ kind: 'assignment-ended', count: roles });
  expect((await post('lan', '/agency-changes?dryRun=true', { change: merger() })).body.error.code).toBe(
    'FORBIDDEN',
  );
  const self = { ...merger(), to: [world.home] };
  expect((await post('office', '/agency-changes?dryRun=true', { change: self })).body.error.field).toBe(
    'change.to.0',
  );

  // Whoever looked before the move decides after it, with the version they saw.
  const { version, contentHash } = await read(world, 'duc', path);
  const commandId = randomUUID();
  const started = await post('office', '/agency-changes', { commandId, change: merger() });
  expect(started.body).toEqual({ id: commandId });
  const done = await ended(commandId);
  expect(done).toMatchObject({ progress: { waiting: 0, refused: 0, failed: 0 }, state: 'done' });
  expect(Object.values(done.counts.after[world.home])).toEqual(
    Array.from({ length: COUNTED_WORK.length }, () => 0),
  );
  expect(done.counts.after[world.elsewhere]).toMatchObject({ plans: 2, documents: 1, procedures: 5 });
  expect(done.kinds).toEqual(
    dryRun.body.kinds.map(({ kind, count }: { kind: string; count: number }) => ({
      kind,
      waiting: 0,
      done: count,
      refused: 0,
      failed: 0,
    })),
  );
  const { items } = (await world.call('office', 'GET', `/operations/${commandId}/items?limit=200`)).body;
  const moved = items.find(({ assignment }: { assignment: object | null }) => assignment);
  expect(moved.assignment).toMatchObject({ agency: { code: world.elsewhere }, ends: false });
  const approve = { commandId: randomUUID(), expectedVersion: version, type: 'approve', contentHash };
  expect((await post('duc', `${path}/commands`, approve)).status).toBe(200);

  // Repeated, it is what it was.
  expect((await post('office', '/agency-changes', { commandId, change: merger() })).body).toEqual({
    id: commandId,
  });
  const late = await startPlan(world, 'lan', measures, document);
  expect(late.body.error).toMatchObject({
    code: 'AGENCY_ENDED',
    field: 'leadAgency',
    details: { successor: world.elsewhere },
  });
  const plan = await read(world, 'lan', path);
  expect(plan.leadAgency.code).toBe(world.elsewhere);
  expect(plan.history.find(({ type }: { type: string }) => type === 'agencyMoved').facts).toMatchObject({
    fromAgency: { vi: `Bộ ${world.home}` },
  });
  for (const q of [`bộ ${world.home}`, `bo ${world.elsewhere}`]) {
    const kinds = ['plan', 'document'];
    const found = await trpc(world, 'office', 'search.find', { q, kinds }, 'GET');
    expect(found.data.map(({ code }: { code: string }) => code).sort(), q).toEqual(
      [path, other, document].map(codeOf).sort(),
    );
    const listed = await trpc(world, 'office', 'plans.list', { q }, 'GET');
    expect(listed.data.total, q).toBe(2);
  }

  const sign = (player: Player, agency: string, report = done.report) =>
    post(player, `/operations/${commandId}/signatures`, { commandId: randomUUID(), agency, report });
  expect((await sign('lan', world.home)).status).toBe(404);
  expect((await sign('stranger', world.home)).body.error.code).toBe('NOT_YOUR_STEP');
  expect((await sign('minh', world.home, 'a'.repeat(64))).body.error.code).toBe('CONTENT_CHANGED');
  expect((await sign('minh', world.home)).status).toBe(200);
  expect((await sign('minh', world.elsewhere)).body.error.code).toBe('ALREADY_SIGNED');
  const half = (await world.call('minh', 'GET', `/operations/${commandId}`)).body.signatures;
  expect(idsOf(half[1].leaders)).toEqual(['stranger']);
  expect(idsOf(half[1].barred)).toEqual(['minh']);
  expect((await sign('stranger', world.elsewhere)).status).toBe(200);
  const { signatures } = (await world.call('minh', 'GET', `/operations/${commandId}`)).body;
  expect(signatures.map((one: { by: { id: string } }) => one.by.id)).toEqual(['minh', 'stranger']);

  const undo = await post('office', `/operations/${commandId}/undo`, { commandId: randomUUID() });
  await ended(undo.body.id);
  expect((await read(world, 'lan', path)).leadAgency.code).toBe(world.home);
  expect((await read(world, 'lan', path)).steps.at(-1).status).toBe('in-time');
  const again = await post('office', `/operations/${commandId}/undo`, { commandId: randomUUID() });
  expect(again.body.error.code).toBe('OPERATION_UNDONE');
  expect((await startPlan(world, 'lan', measures, document)).status).toBe(201);
});

test('is all on record with receipts that fit', async () => {
  expect(await wrongsOnRecord(world)).toEqual([]);
});
