import { randomUUID } from 'node:crypto';
import { rebuild, reconcileRecord, savePerson } from '@tinhgon/database';
import { listAssignments } from '@tinhgon/database/queries/catalogue/assignments';
import { addDays } from '@tinhgon/rules/day';
import { SYSTEM } from '@tinhgon/rules/person';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { give, read, startDocument, startPlan, today, trpc } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const post = (player: Player, path: string, body: object) => world.call(player, 'POST', path, body);
const ended = async (id: string) => {
  const look = async () => (await world.call('office', 'GET', `/operations/${id}`)).body;
  await expect.poll(async () => (await look()).state, { timeout: 30_000 }).toBe('done');
  return look();
};
const carriedOut = async (change: object) => {
  const id = randomUUID();
  const begun = await post('office', '/agency-changes', { commandId: id, change });
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);
  return ended(id);
};
const undone = async (id: string) => {
  const { body } = await post('office', `/operations/${id}/undo`, { commandId: randomUUID() });
  return ended(body.id);
};

/** A bottleneck its own ministry answers, a campaign that asks both, an inspection with a finding, a delegation. */
async function underway() {
  const deadline = addDays(today(), 14);
  const bottleneck = await post('stranger', '/bottlenecks', {
    on: { kind: 'procedure', code: world.procedures[0] },
    what: 'Chưa kết nối',
    cause: 'data',
    responsible: world.home,
    answerBy: deadline,
  });
  const campaign = await post('office', '/campaigns', {
    title: 'Rà soát',
    question: 'Còn gì vướng?',
    asks: 'chosen',
    agencies: [world.home, world.elsewhere],
    answerBy: deadline,
  });
  const stamp = { actor: SYSTEM, now: new Date().toISOString() };
  const watcher = { id: 'auditor', name: 'Người giám sát', email: null, active: true } as const;
  const subject = (
    await world.database.db
      .selectFrom('person')
      .select('subject')
      .where('id', '=', 'auditor')
      .executeTakeFirstOrThrow()
  ).subject;
  await savePerson(world.database.db, { ...watcher, subject, agency: 'CP', roles: ['supervisor'] }, stamp);
  world.app.people.forgetAll();
  const inspection = await post('auditor', '/inspections', {
    agency: world.home,
    subject: 'Công khai thủ tục',
    periodFrom: addDays(today(), -90),
    periodTo: today(),
    from: today(),
    to: deadline,
  });
  expect(inspection.status, JSON.stringify(inspection.body)).toBe(201);
  const paths = {
    bottleneck: `/bottlenecks/${bottleneck.body.code}`,
    campaign: `/campaigns/${campaign.body.code}`,
    inspection: `/inspections/${inspection.body.code}`,
  };
  const noted = { type: 'noteFinding', text: 'Chưa niêm yết', demand: 'Niêm yết', deadline };
  expect((await give(world, 'auditor', paths.inspection, noted)).status).toBe(200);
  expect((await give(world, 'duc', paths.campaign, { type: 'declareNone' })).status).toBe(200);
  const [held] = await listAssignments(world.database.db, 'duc');
  const given = await post('duc', '/delegations', {
    personId: 'duc',
    substituteId: 'phap',
    form: 'KT',
    from: today(),
    to: deadline,
    assignments: [held?.id],
    reason: 'Nghỉ phép',
  });
  expect(given.status, JSON.stringify(given.body)).toBe(201);
  return { ...paths, delegation: given.body.id as string, function: held?.function };
}

test('bottlenecks, campaigns, inspections and delegations go along, counted before and after, and come back', async () => {
  const { home, elsewhere } = world;
  const on = await underway();
  const change = { kind: 'merger', from: [home], to: [elsewhere], effectiveOn: today() };
  const { body: dry } = await post('office', '/agency-changes?dryRun=true', { change });
  const counted = { delegations: 1, bottlenecks: 1, campaigns: 1, inspections: 1, findings: 1 };
  expect(dry.counts[home]).toMatchObject(counted);
  expect(dry.clocks).toEqual({ open: 3, changed: 0 });
  for (const kind of ['bottleneck', 'campaign', 'inspection', 'delegation']) {
    expect(dry.kinds).toContainEqual({ kind, count: 1 });
  }
  const done = await carriedOut(change);
  expect(done.progress).toMatchObject({ refused: 0, failed: 0, waiting: 0 });
  const none = { delegations: 0, bottlenecks: 0, campaigns: 0, inspections: 0, findings: 0 };
  expect(done.counts.after[home]).toMatchObject(none);
  expect(done.counts.after[elsewhere]).toMatchObject(counted);

  const moved = await read(world, 'office', on.bottleneck);
  expect(moved.responsible.code).toBe(elsewhere);
  expect(moved.history[0].facts).toMatchObject({ fromAgency: { vi: `Bộ ${home}` } });
  expect((await read(world, 'office', on.inspection)).agency.code).toBe(elsewhere);
  // Theirs has answered, the other part has not.
  const { standings } = await read(world, 'office', on.campaign);
  expect(standings).toEqual([
    expect.objectContaining({
      agency: expect.objectContaining({ code: elsewhere }),
      answered: false,
      parts: [
        { agency: expect.objectContaining({ code: elsewhere }), answered: false },
        { agency: expect.objectContaining({ code: home }), answered: true },
      ],
    }),
  ]);
  expect((await give(world, 'stranger', on.campaign, { type: 'declareNone' })).status).toBe(200);
  expect((await read(world, 'office', on.campaign)).standings[0].answered).toBe(true);
  // The substitute holds the function at the receiving agency, for the same days.
  const { received } = await read(world, 'office', '/delegations?person=phap');
  expect(received).toHaveLength(1);
  expect(received[0].assignments.map((one: { agency: { code: string } }) => one.agency.code)).toContain(
    elsewhere,
  );
  const phap = await world.app.people.byId('phap');
  expect(phap?.assignments).toContainEqual(
    expect.objectContaining({ function: on.function, agency: elsewhere, onBehalfOf: expect.anything() }),
  );

  const { db } = world.database;
  await rebuild(db);
  expect(await reconcileRecord(db)).toEqual({ broken: [], differences: [] });
  await undone(done.id);
  expect((await read(world, 'office', on.bottleneck)).responsible.code).toBe(home);
  expect((await read(world, 'office', on.inspection)).agency.code).toBe(home);
  const back = (await read(world, 'office', on.campaign)).standings;
  expect(back.map((one: { agency: { code: string } }) => one.agency.code).sort()).toEqual(
    [home, elsewhere].sort(),
  );
  expect(back.every((one: { answered: boolean }) => one.answered)).toBe(true);
  const again = (await read(world, 'office', '/delegations?person=phap')).received[0];
  expect(again.assignments.map((one: { agency: { code: string } }) => one.agency.code)).toEqual([home]);
});

test('a renaming may keep the code: the name is dated, both names find it, and it can be taken back', async () => {
  const { home } = world;
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  const change = {
    kind: 'renaming',
    from: [home],
    to: [home],
    effectiveOn: today(),
    newName: { nameVi: 'Bộ Đổi Mới', nameEn: 'Ministry of Renewal' },
  };
  const { body: dry } = await post('office', '/agency-changes?dryRun=true', { change });
  expect(dry.kinds).toEqual([{ kind: 'agency', count: 1 }]);
  expect(dry.change).toMatchObject({
    from: [{ code: home, name: { vi: `Bộ ${home}` } }],
    to: [{ code: home, name: { vi: 'Bộ Đổi Mới' } }],
  });
  const done = await carriedOut(change);
  expect(done.change.from[0].name.vi).toBe(`Bộ ${home}`);
  expect(done.change.to[0].name.vi).toBe('Bộ Đổi Mới');
  expect(done.counts.after).toEqual(done.counts.before);
  expect((await read(world, 'lan', `/plans/${body.code}`)).leadAgency.name.vi).toBe('Bộ Đổi Mới');
  const agencyNow = async () =>
    (await trpc(world, 'office', 'catalogue.agencies', {}, 'GET')).data.find(
      ({ code }: { code: string }) => code === home,
    );
  expect((await agencyNow()).formerNames).toEqual([
    { nameVi: `Bộ ${home}`, nameEn: null, until: addDays(today(), -1) },
  ]);
  for (const q of [`bộ ${home}`, 'bo doi moi', 'renewal']) {
    const { data } = await trpc(world, 'office', 'search.find', { q }, 'GET');
    expect(
      data.map(({ code }: { code: string }) => code),
      q,
    ).toContain(body.code);
  }
  // What is typed into the catalogue later leaves the earlier names.
  const { people: _people, formerNames: _names, ...typed } = await agencyNow();
  const saved = await trpc(world, 'admin', 'catalogue.saveAgency', { ...typed, nameEn: 'Renewal' });
  expect(saved.status).toBe(200);
  expect((await agencyNow()).formerNames).toHaveLength(1);
  await trpc(world, 'admin', 'catalogue.saveAgency', typed);
  await rebuild(world.database.db);
  expect(await reconcileRecord(world.database.db)).toEqual({ broken: [], differences: [] });

  const back = await undone(done.id);
  expect(back.progress).toMatchObject({ refused: 0, failed: 0 });
  expect(await agencyNow()).toMatchObject({ nameVi: `Bộ ${home}`, formerNames: [] });
});
