import { randomUUID } from 'node:crypto';
import { saveDraft } from '@tinhgon/database/at-work/drafts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvePlan, carryOut, give, promulgate, read, startDocument, startPlan, trpc } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

describe('nobody gives themself power', () => {
  const held = (personId: string, change: object = {}) => ({
    id: randomUUID(),
    personId,
    function: 'minister',
    agency: world.home,
    from: '2026-01-01',
    to: null,
    ...change,
  });
  const person = async (id: string, change: object) => {
    const { data } = await trpc(world, 'admin', 'catalogue.people', {}, 'GET');
    const {
      agencyName: _name,
      assignments: _held,
      passkeys: _passkeys,
      ...known
    } = data.find((one: { id: string }) => one.id === id);
    return { ...known, ...change };
  };
  const ROLES = ['administrator', 'programme-office'];

  test.each<[string, Player, string, () => unknown, number, string, string]>([
    [
      'a function',
      'admin',
      'saveAssignment',
      () => held('admin', { function: 'drafter' }),
      403,
      'FOUR_EYES',
      'personId',
    ],
    ['a signature', 'office', 'saveAssignment', () => held('office'), 403, 'FOUR_EYES', 'personId'],
    ['a role', 'admin', 'savePerson', () => person('admin', { roles: ROLES }), 403, 'FOUR_EYES', 'roles'],
    ['a role', 'office', 'savePerson', () => person('office', { roles: ROLES }), 403, 'FOUR_EYES', 'roles'],
    [
      'a sign-in',
      'office',
      'savePerson',
      () => person('office', { subject: 'x' }),
      403,
      'FOUR_EYES',
      'subject',
    ],
    [
      'an administrator',
      'office',
      'savePerson',
      () => person('lan', { roles: ROLES }),
      403,
      'FORBIDDEN',
      'roles',
    ],
  ])('%s, as %s', async (_what, player, call, input, status, code, field) => {
    const { data: before } = await trpc(world, 'auditor', 'catalogue.people', {}, 'GET');
    const answer = await trpc(world, player, `catalogue.${call}`, await input());
    expect(answer).toMatchObject({ status, rejection: { code, field } });
    expect((await trpc(world, 'auditor', 'catalogue.people', {}, 'GET')).data).toEqual(before);
  });

  test('nor a longer or another assignment than they were given', async () => {
    const given = held('admin', { function: 'public-display', to: '2030-01-01' });
    expect((await trpc(world, 'office', 'catalogue.saveAssignment', given)).status).toBe(200);
    const refused: [string, object, string][] = [
      ['endAssignment', { id: given.id, to: '2040-01-01' }, 'FOUR_EYES'],
      ['saveAssignment', { ...given, to: null }, 'FOUR_EYES'],
      ['saveAssignment', { ...given, from: '2020-01-01' }, 'FOUR_EYES'],
      ['saveAssignment', { ...given, personId: 'lan' }, 'CODE_TAKEN'],
      ['saveAssignment', { ...given, function: 'minister' }, 'CODE_TAKEN'],
    ];
    for (const [call, input, code] of refused) {
      expect(await trpc(world, 'admin', `catalogue.${call}`, input), code).toMatchObject({
        rejection: { code },
      });
    }
    const shorter = await trpc(world, 'admin', 'catalogue.endAssignment', {
      id: given.id,
      to: '2029-01-01',
    });
    expect(shorter).toMatchObject({ status: 200, data: { to: '2029-01-01' } });
  });

  test('and may not sign after all of that', async () => {
    const document = await startDocument(world);
    const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[4] }], document);
    const plan = `/plans/${body.code}`;
    await carryOut(world, plan, [
      ['lan', { type: 'submit' }],
      ['duc', { type: 'approve' }],
    ]);
    for (const player of ['admin', 'office'] as const) {
      expect((await give(world, player, plan, { type: 'approve' })).status).toBeGreaterThanOrEqual(403);
    }
    expect(await read(world, 'office', plan)).toMatchObject({ phase: 'submitted' });
  });
});

test('the code kept for a start is not a client’s to write', async () => {
  const commandId = randomUUID();
  const planted = { key: `start/${commandId}`, json: { code: 'a/../../b?x <b>\u202e' } };
  expect(await trpc(world, 'lan', 'drafts.save', planted)).toMatchObject({
    status: 400,
    rejection: { code: 'INVALID_INPUT', field: 'key' },
  });
  // Even one that got there is no code.
  await saveDraft(world.database.db, 'lan', planted.key, planted.json, new Date().toISOString());
  const about = { programme: world.programme, leadAgency: world.home, year: 2026, name: 'x' };
  const started = await trpc(world, 'lan', 'plans.start', { commandId, ...about });
  expect(started).toMatchObject({ status: 200 });
  expect(started.data.code).toMatch(new RegExp(`^${world.home}-2026-\\d{3}$`));
});

test('what a plan says of a procedure is its ministry’s own until it is approved; its code for longer', async () => {
  const [procedureCode] = world.procedures;
  const current = { feeDong: 123_000, result: 'Giấy phép' };
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode, current }], document);
  const seenBy = async (player: Player) =>
    (await trpc(world, player, 'procedures.get', { code: procedureCode }, 'GET')).data;
  const filled = async () => {
    const started = await startPlan(world, 'stranger', [{ procedureCode }]);
    return (await read(world, 'stranger', `/plans/${started.body.code}`)).measures[0].current ?? null;
  };
  expect((await seenBy('stranger')).current).toBeNull();
  expect(await filled()).toBeNull();

  await approvePlan(world, `/plans/${body.code}`);
  expect((await seenBy('stranger')).current).toMatchObject(current);
  expect(await filled()).toMatchObject(current);
  const plans = async (player: Player) => [
    (await seenBy(player)).plan,
    ...(await read(world, player, `/procedures?programme=${world.programme}`)).items
      .filter((item: { code: string }) => item.code === procedureCode)
      .map((item: { plan: string | null }) => item.plan),
  ];
  expect(await plans('lan')).toEqual([body.code, body.code]);
  expect(await plans('stranger')).toEqual([null, null]);
});

test('a remark raises no version, and auditors and other ministries make none', async () => {
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[1] }], document);
  const plan = `/plans/${body.code}`;
  await give(world, 'lan', plan, { type: 'submit' });
  const { version, contentHash } = await read(world, 'duc', plan);
  const remark = { type: 'comment', text: 'đã xem' };
  expect(await give(world, 'lan', plan, remark)).toMatchObject({ status: 200, body: { version } });
  // The page that was open before the remark still decides.
  const approve = { type: 'approve', expectedVersion: version, contentHash };
  expect(await give(world, 'duc', plan, approve)).toMatchObject({
    status: 200,
    body: { version: version + 1 },
  });

  const before = await read(world, 'office', document);
  expect(await give(world, 'lan', document, remark)).toMatchObject({
    status: 200,
    body: { version: before.version },
  });
  const refused: [Player, string, number][] = [
    ['auditor', plan, 403],
    ['auditor', document, 403],
    ['stranger', document, 403],
    ['stranger', plan, 404],
  ];
  for (const [player, path, status] of refused) {
    const answer = await world.call(player, 'POST', `${path}/commands`, {
      commandId: randomUUID(),
      expectedVersion: 1,
      ...remark,
    });
    expect(answer.status, `${player} ${path}`).toBe(status);
  }
  expect((await read(world, 'office', document)).version).toBe(before.version);
});

test('what is being drafted in a document is for those who take part, until it is signed', async () => {
  const secret = { impact: 'TÁC ĐỘNG RIÊNG', responses: 'TIẾP THU RIÊNG', articles: ['Điều 5 RIÊNG'] };
  const document = await startDocument(world, secret);
  const plan = await startPlan(world, 'lan', [{ procedureCode: world.procedures[2] }], document);
  await give(world, 'lan', document, { type: 'comment', text: 'TRAO ĐỔI RIÊNG' });
  const whatHears = async (player: Player) =>
    JSON.stringify([
      await read(world, player, document),
      await read(world, player, '/events?limit=1000'),
      (await trpc(world, player, 'documents.list', {}, 'GET')).data,
      (await trpc(world, player, 'search.find', { q: 'RIÊNG' }, 'GET')).data,
    ]);
  expect(await whatHears('stranger')).not.toContain('RIÊNG');
  expect(await read(world, 'stranger', document)).toMatchObject({ content: { title: 'Thông tư sửa đổi' } });
  for (const player of ['duc', 'auditor', 'office'] as const) {
    const { content, history } = await read(world, player, document);
    expect(content).toMatchObject(secret);
    expect(JSON.stringify(history)).toContain('TRAO ĐỔI RIÊNG');
  }
  await approvePlan(world, `/plans/${plan.body.code}`);
  await promulgate(world, document);
  expect((await read(world, 'stranger', document)).content).toMatchObject(secret);
});
