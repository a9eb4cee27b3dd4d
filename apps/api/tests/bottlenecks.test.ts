import { randomUUID } from 'node:crypto';
import { savePerson, rebuild, reconcileRecord } from '@tinhgon/database';
import { addDays } from '@tinhgon/rules/day';
import { SYSTEM } from '@tinhgon/rules/person';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { give, read, startDocument, startPlan, today } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
let plan: string;
beforeAll(async () => {
  world = await openWorld();
  const document = await startDocument(world);
  const started = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  plan = started.body.code;
});
afterAll(() => world?.stop());

const raise = (player: Player, change: object = {}) =>
  world.call(player, 'POST', '/bottlenecks', {
    on: { kind: 'procedure', code: world.procedures[0] },
    what: 'Chưa kết nối cơ sở dữ liệu giấy chứng sinh',
    cause: 'data',
    responsible: world.elsewhere,
    answerBy: addDays(today(), 14),
    ...change,
  });
const pathOf = async (answer: ReturnType<typeof raise>): Promise<string> => {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBe(201);
  return `/bottlenecks/${body.code}`;
};
const codes = async (player: Player, query: string): Promise<string[]> =>
  (await read(world, player, `/bottlenecks?${query}`)).items.map(({ code }: { code: string }) => code);

test('is raised by one ministry, answered by another and settled', async () => {
  const path = await pathOf(raise('lan'));
  expect(await read(world, 'stranger', path)).toMatchObject({
    phase: 'raised',
    actions: { answer: { allowed: true }, accept: { allowed: false, code: 'NOT_ANSWERED' } },
    on: { kind: 'procedure', name: { vi: 'Thủ tục 1.001' } },
  });
  expect(await give(world, 'duc', path, { type: 'answer', text: 'x' })).toMatchObject({
    status: 403,
    body: { error: { code: 'NOT_YOUR_AGENCY' } },
  });
  expect((await give(world, 'stranger', path, { type: 'answer', text: 'Kết nối trong tháng' })).status).toBe(
    200,
  );
  expect((await give(world, 'lan', path, { type: 'accept' })).status).toBe(200);
  const settled = await read(world, 'admin', path);
  expect(settled).toMatchObject({ phase: 'accepted', answer: { text: 'Kết nối trong tháng' } });
  expect(settled.history.map(({ type }: { type: string }) => type)).toEqual([
    'answerAccepted',
    'bottleneckAnswered',
    'bottleneckRaised',
  ]);
  expect((await give(world, 'lan', path, { type: 'withdraw', reason: 'x' })).body.error.code).toBe(
    'SUBJECT_CLOSED',
  );
});

test('on a plan exists for those alone who see the plan, by every door', async () => {
  const on = { kind: 'plan', code: plan };
  const asked = { on, responsible: world.home };
  expect((await raise('stranger', asked)).body.error).toMatchObject({
    code: 'UNKNOWN_PLAN',
    field: 'on.code',
  });
  expect((await raise('lan', { on })).body.error).toMatchObject({
    code: 'AGENCY_OUTSIDE_PLAN',
    field: 'responsible',
  });
  const path = await pathOf(raise('lan', { ...asked, what: 'Chỉ người trong cuộc biết' }));
  const code = path.split('/')[2];
  for (const player of ['duc', 'office', 'auditor'] as const) {
    expect(await codes(player, `onKind=plan&onCode=${plan}`), player).toContain(code);
  }
  expect((await world.call('stranger', 'GET', path)).status).toBe(404);
  const comment = { commandId: randomUUID(), expectedVersion: 1, type: 'comment', text: 'x' };
  expect((await world.call('stranger', 'POST', `${path}/commands`, comment)).status).toBe(404);
  expect(await codes('stranger', '')).not.toContain(code);
  expect(await codes('stranger', 'q=nguoi trong cuoc')).toEqual([]);
  const feed = (await read(world, 'stranger', '/events?limit=1000')).items;
  expect(feed.filter(({ subject }: { subject: string }) => subject.endsWith(code ?? ''))).toEqual([]);
  expect((await world.call('stranger', 'GET', '/bottlenecks/export?format=csv')).body).not.toContain(
    'trong cuộc',
  );
  // Nor does a list of what stands on the plan say which procedures it has.
  const procedure = await pathOf(raise('lan', { what: 'Trên thủ tục của phương án' }));
  expect(await codes('lan', `onKind=plan&onCode=${plan}`)).toContain(procedure.split('/')[2]);
  expect(await codes('stranger', `onKind=plan&onCode=${plan}`)).toEqual([]);
});

test('lists go by state, by who has to act and by words without accents', async () => {
  const path = await pathOf(raise('hoa', { what: 'Thiếu nhân lực thẩm định', cause: 'staff' }));
  const code = path.split('/')[2];
  expect(await codes('hoa', 'scope=mine&status=open')).toEqual([code]);
  expect(await codes('stranger', 'scope=agency&status=open')).toContain(code);
  expect(await codes('duc', 'scope=agency&status=open')).not.toContain(code);
  expect(await codes('duc', 'q=THIEU nhan luc')).toEqual([code]);
  expect(await codes('duc', 'status=late&cause=staff')).toEqual([]);
  expect((await world.call('duc', 'GET', '/bottlenecks?status=nonsense')).body.error.field).toBe('status');
  const first = await read(world, 'lan', '/bottlenecks?limit=1');
  const rest = await read(world, 'lan', `/bottlenecks?cursor=${first.nextCursor}`);
  expect(1 + rest.items.length).toBe(first.total);
});

test('is given to another agency from above, and never to one outside the plan it stands on', async () => {
  const path = await pathOf(raise('lan', { on: { kind: 'plan', code: plan }, responsible: world.home }));
  const move = { type: 'reassign', reason: 'Đúng việc', answerBy: addDays(today(), 3) };
  const refused = await give(world, 'office', path, { ...move, responsible: world.elsewhere });
  expect(refused.body.error.code).toBe('AGENCY_OUTSIDE_PLAN');
  expect((await give(world, 'lan', path, { ...move, responsible: world.home })).status).toBe(403);
  expect((await give(world, 'office', path, { ...move, responsible: world.home })).status).toBe(200);
  expect(await read(world, 'lan', path)).toMatchObject({ answerBy: move.answerBy, version: 2 });
});

test('sent twice under one key is raised once', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const body = {
    on: { kind: 'procedure', code: world.procedures[1] },
    what: 'Một lần',
    cause: 'law',
    responsible: world.home,
    answerBy: addDays(today(), 3),
  };
  const [first, again] = await Promise.all(
    [1, 2].map(() => world.call('lan', 'POST', '/bottlenecks', body, key)),
  );
  expect(again?.body.code).toBe(first?.body.code);
});

describe('a campaign', () => {
  const open = (change: object = {}) =>
    world.call('office', 'POST', '/campaigns', {
      title: 'Rà soát điểm nghẽn',
      question: 'Còn vướng mắc gì?',
      asks: 'ministries',
      answerBy: addDays(today(), 5),
      ...change,
    });

  test('asks all ministries of the day and shows who has not answered', async () => {
    const { body } = await open();
    const path = `/campaigns/${body.code}`;
    expect(await read(world, 'lan', path)).toMatchObject({ asked: 2, answered: 0, mine: [world.home] });
    await pathOf(raise('lan', { campaign: body.code, what: '=HYPERLINK("http://x")' }));
    await expect.poll(async () => (await read(world, 'lan', path)).answered, { timeout: 10_000 }).toBe(1);
    const half = await read(world, 'auditor', path);
    expect(half.standings).toMatchObject([
      { agency: { code: world.elsewhere }, answered: false },
      { agency: { code: world.home }, answered: true, bottlenecks: 1, late: false },
    ]);
    expect((await give(world, 'lan', path, { type: 'declareNone' })).body.error.code).toBe(
      'ALREADY_RECORDED',
    );
    expect((await give(world, 'stranger', path, { type: 'declareNone', note: 'đã rà' })).status).toBe(200);
    expect((await give(world, 'office', path, { type: 'remind', text: 'x' })).body.error.code).toBe(
      'NOBODY_TO_REMIND',
    );

    const csv = await world.call('office', 'GET', `${path}/export?format=csv&lang=vi`);
    const bytes = String(csv.body);
    const rows = parse(bytes, { bom: true, relax_column_count: false }) as string[][];
    expect(rows).toHaveLength(3);
    expect(rows[0]?.slice(0, 2)).toEqual(['Cơ quan nêu', 'Mã']);
    expect(rows.flat()).toContain('\'=HYPERLINK("http://x")');
    expect(rows.flat()).toContain('báo không có vướng mắc');
    const xlsx = await fetch(`${world.url}/api/v1${path}/export`, {
      headers: { authorization: `Bearer ${await world.token('office')}` },
    });
    const [sheet] = await readXlsx(Buffer.from(await xlsx.arrayBuffer()));
    expect(sheet?.data[1]).toContain('=HYPERLINK("http://x")');
  });

  test('is answered by those alone whom it asks, also after it was closed', async () => {
    const { body } = await open({ asks: 'chosen', agencies: [world.home] });
    const path = `/campaigns/${body.code}`;
    expect((await raise('stranger', { campaign: body.code })).body.error.code).toBe('NOT_ASKED');
    expect((await raise('lan', { campaign: 'DRS-0' })).body.error.code).toBe('UNKNOWN_CAMPAIGN');
    expect((await give(world, 'office', path, { type: 'close', reason: 'thử' })).status).toBe(200);
    expect((await give(world, 'lan', path, { type: 'declareNone' })).body).toMatchObject({ projected: true });
    expect(await read(world, 'lan', path)).toMatchObject({ phase: 'closed', answered: 1, late: 1 });
    expect((await give(world, 'office', path, { type: 'close', reason: 'thử' })).body.error.code).toBe(
      'SUBJECT_CLOSED',
    );
  });

  test('needs somebody to ask, and agencies that exist', async () => {
    expect((await open({ asks: 'provinces' })).body.error).toMatchObject({
      code: 'UNKNOWN_AGENCY',
      field: 'asks',
    });
    expect((await open({ asks: 'chosen', agencies: ['KHONG'] })).body.error.field).toBe('agencies.0');
    expect((await open({ answerBy: '2020-01-01' })).body.error.code).toBe('DATE_ORDER');
  });
});

describe('an inspection', () => {
  const open = (player: Player, change: object = {}) =>
    world.call(player, 'POST', '/inspections', {
      agency: world.elsewhere,
      subject: 'Thực hiện phương án năm 2026',
      periodFrom: '2026-01-01',
      periodTo: '2026-06-30',
      from: today(),
      to: addDays(today(), 10),
      ...change,
    });

  test('is followed from finding to end, and seen by nobody outside', async () => {
    const db = world.database.db;
    const about = { email: null, agency: world.home, active: true };
    const roles: 'supervisor'[] = ['supervisor'];
    const loc = { id: 'loc', subject: 'giam-sat', name: 'Người lộc', roles, ...about };
    await savePerson(db, loc, { actor: SYSTEM, now: new Date().toISOString() });
    expect((await open('office', { members: ['lan'] })).body.error).toMatchObject({
      code: 'INVALID_INSPECTOR',
      field: 'members.0',
    });
    const { status, body } = await open('office', { members: ['loc'] });
    expect(status).toBe(201);
    const path = `/inspections/${body.code}`;
    for (const player of ['lan', 'admin'] as const) {
      expect((await world.call(player, 'GET', path)).status, player).toBe(404);
      expect((await read(world, player, '/inspections')).items).toEqual([]);
    }
    const note = {
      type: 'noteFinding',
      text: 'Chưa niêm yết',
      demand: 'Niêm yết',
      deadline: addDays(today(), 9),
    };
    expect((await give(world, 'office', path, { ...note, planCode: plan })).body.error).toMatchObject({
      code: 'AGENCY_OUTSIDE_PLAN',
      field: 'planCode',
    });
    expect((await give(world, 'office', path, note)).status).toBe(200);
    expect((await give(world, 'office', path, { type: 'close', conclusion: 'x' })).body.error.code).toBe(
      'FINDINGS_OPEN',
    );
    const answer = { type: 'answerFinding', finding: 1, text: 'Đã niêm yết' };
    expect((await give(world, 'office', path, answer)).body.error.code).toBe('NOT_YOUR_AGENCY');
    expect((await give(world, 'stranger', path, answer)).status).toBe(200);
    expect((await give(world, 'auditor', path, { type: 'confirmRemedied', finding: 1 })).status).toBe(403);
    expect((await give(world, 'office', path, { type: 'confirmRemedied', finding: 1 })).status).toBe(200);
    expect((await give(world, 'office', path, { type: 'close', conclusion: 'Đạt' })).status).toBe(200);
    expect(await read(world, 'stranger', path)).toMatchObject({
      phase: 'closed',
      findings: 1,
      ended: 1,
      findingList: [{ phase: 'remedied', actions: { answerFinding: { allowed: false } } }],
    });
  });

  test('gets another inspector when its own cannot judge any more', async () => {
    const db = world.database.db;
    const about = { email: null, agency: world.home, active: true };
    const roles: 'supervisor'[] = ['supervisor'];
    const tam = { id: 'tam', subject: 'giam-sat-hai', name: 'Người tâm', roles, ...about };
    await savePerson(db, tam, { actor: SYSTEM, now: new Date().toISOString() });
    const path = `/inspections/${(await open('office')).body.code}`;
    const name = { type: 'nameInspector', to: 'tam', reason: 'Người mở đã thôi việc' };
    expect((await give(world, 'lan', path, name)).status).toBe(404);
    for (const player of ['stranger', 'auditor'] as const) {
      expect((await give(world, player, path, { ...name, to: 'khong-co' })).body.error.code).toBe(
        'FORBIDDEN',
      );
    }
    const refused = async (to: string) => (await give(world, 'office', path, { ...name, to })).body.error;
    expect(await refused('khong-co')).toMatchObject({ code: 'UNKNOWN_PERSON', field: 'to' });
    expect(await refused('lan')).toMatchObject({ code: 'INVALID_INSPECTOR', field: 'to' });
    expect((await give(world, 'office', path, name)).status).toBe(200);
    expect(await refused('tam')).toMatchObject({ code: 'ALREADY_INSPECTOR', field: 'to' });
    const { inspectors, history, actions } = await read(world, 'office', path);
    expect(inspectors.map((one: { name: string }) => one.name)).toContain('Người tâm');
    expect(history[0]).toMatchObject({
      type: 'inspectorNamed',
      reason: name.reason,
      facts: { to: 'Người tâm' },
    });
    expect(actions.nameInspector).toEqual({ allowed: true });
    expect((await read(world, 'stranger', path)).actions.nameInspector.allowed).toBe(false);
  });

  test('is of another agency than one’s own, and of a ministry or province', async () => {
    expect((await open('office', { agency: world.home })).body.error.code).toBe('OWN_AGENCY');
    expect((await open('office', { agency: 'KHONG' })).body.error).toMatchObject({
      code: 'UNKNOWN_AGENCY',
      field: 'agency',
    });
  });
});

test('rows of all three are made again from the events, to the byte', async () => {
  const db = world.database.db;
  await rebuild(db);
  expect(await reconcileRecord(db)).toMatchObject({ broken: [], differences: [] });
  const kept = await db.selectFrom('bottleneck').select('code').execute();
  expect(kept.length).toBeGreaterThan(5);
});
