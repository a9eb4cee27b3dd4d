import { afterAll, beforeAll, expect, test } from 'vitest';
import { rebuild } from '@tinhgon/database';
import {
  announce,
  approvePlan,
  carryOut,
  codeOf,
  give,
  promulgate,
  read,
  startDocument,
  startPlan,
  trpc,
} from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const wage = { code: 'LUONG', basedOn: 0, nameVi: 'Lương', from: '2020-01-01', reason: 'Lần đầu' };
  const sources = [{ source: 'Niên giám', dongPerHour: 50_000 }];
  await world.call('office', 'POST', '/wages', { ...wage, sources });
});
afterAll(() => world?.stop());

const work = (minutes: number, wage = { parameter: 'LUONG', version: 1, dongPerHour: 50_000 }) => ({
  key: 'TO-KHAI',
  kind: 'paper',
  name: 'Tờ khai',
  amount: { by: 'time', minutes, wage },
});
const fee = (dong: number) => ({ key: 'PHI', kind: 'fee', name: 'Lệ phí', amount: { by: 'dong', dong } });
const runs = { timesAYear: 1, subjectsAYear: 1_000 };
const sheet = (current: object[], proposed: object[]) => ({
  current: { lines: current, ...runs },
  proposed: { lines: proposed, ...runs },
  reestimated: { lines: [], times: false, subjects: false },
});
/** 125 minutes and a fee now, the fee alone as proposed. */
const cut = sheet([work(125), fee(20_000)], [fee(20_000)]);

test.each([
  ['no such wage', work(1, { parameter: 'KHAC', version: 1, dongPerHour: 1 }), 422, 'UNKNOWN_WAGE', '.wage'],
  [
    'no such version',
    work(1, { parameter: 'LUONG', version: 9, dongPerHour: 50_000 }),
    422,
    'UNKNOWN_WAGE',
    '.wage',
  ],
  [
    'another value than the version has',
    work(1, { parameter: 'LUONG', version: 1, dongPerHour: 50_001 }),
    400,
    'INVALID_INPUT',
    '.wage.dongPerHour',
  ],
  ['minutes below nothing', work(-1), 400, 'INVALID_INPUT', '.minutes'],
])('a cost sheet with %s is refused at its field', async (_what, line, status, code, at) => {
  const measures = [{ procedureCode: world.procedures[0], cost: sheet([fee(0)], [fee(0), line]) }];
  expect(await startPlan(world, 'lan', measures)).toMatchObject({
    status,
    body: { error: { code, field: `measures.0.cost.proposed.lines.1.amount${at}` } },
  });
});

test('a cost sheet is part of what an approval saw', async () => {
  const document = await startDocument(world);
  const [first, second] = world.procedures;
  const started = await startPlan(
    world,
    'lan',
    [{ procedureCode: first, cost: cut } as never, { procedureCode: second }],
    document,
  );
  const plan = `/plans/${started.body.code}`;
  await carryOut(world, plan, [
    ['lan', { type: 'submit' }],
    ['duc', { type: 'approve' }],
    ['minh', { type: 'return', reason: 'Xem lại chi phí' }],
  ]);
  const seen = await read(world, 'lan', plan);
  expect(seen.measures.map((one: { cost: unknown }) => one.cost)).toEqual([cut, null]);
  const content = (cost: object) => ({
    name: seen.name,
    measures: [first, second].map((procedureCode) => ({
      procedureCode,
      measure: 'cut-papers',
      documents: [codeOf(document)],
      ...(procedureCode === first && { cost }),
    })),
  });
  // What is remarked on a line is kept with it, and told when it changes.
  const dearer = sheet(cut.current.lines, [{ ...fee(30_000), remark: 'Theo biểu phí mới' }]);
  const save = (cost: object) => give(world, 'lan', plan, { type: 'saveContent', content: content(cost) });
  expect(await save(sheet([work(1, { parameter: 'X', version: 1, dongPerHour: 1 })], []))).toMatchObject({
    status: 422,
    body: {
      error: { code: 'UNKNOWN_WAGE', field: 'content.measures.0.cost.current.lines.0.amount.wage' },
    },
  });
  expect(await save(sheet([{ ...fee(1), remark: 'x'.repeat(1_001) }], []))).toMatchObject({
    status: 400,
    body: { error: { code: 'INVALID_INPUT', field: 'content.measures.0.cost.current.lines.0.remark' } },
  });
  expect(await save(dearer)).toMatchObject({ status: 200 });
  await carryOut(world, plan, [['lan', { type: 'submit' }]]);
  const { history, lanes } = await read(world, 'duc', plan);
  expect(
    lanes.map((lane: { step: string; procedureCodes: string[] }) => [lane.step, lane.procedureCodes]),
  ).toEqual(
    expect.arrayContaining([
      ['quality-check', [first]],
      ['plan-approval', [second]],
    ]),
  );
  expect(history.find((one: { type: string }) => one.type === 'submitted').facts).toMatchObject({
    voided: [{ step: 'quality-check', procedures: [{ code: first, fields: ['cost'] }] }],
  });
  const changes = await trpc(world, 'duc', 'plans.changes', { code: codeOf(plan) }, 'GET');
  expect(changes.data.procedures).toMatchObject([
    { procedureCode: first, before: { cost: cut }, after: { cost: dearer } },
  ]);
});

const NOTHING = { current: 0, proposed: 0, saving: 0, percent: null, real: 0, estimate: 0 };
/** A year of `cut`: 124,167 đ and 20,000 đ a run, a thousand runs. */
const SAVED = {
  current: 124_167_000,
  proposed: 20_000_000,
  saving: 104_167_000,
  percent: 83.89,
  real: 104_167_000,
  estimate: 0,
};

test('what approved plans propose and what counts is added up, as at any day', async () => {
  const own = await openWorld();
  try {
    const sources = [{ source: 'Niên giám', dongPerHour: 50_000 }];
    const wage = { code: 'LUONG', basedOn: 0, nameVi: 'Lương', from: '2020-01-01', reason: 'Lần đầu' };
    await own.call('office', 'POST', '/wages', { ...wage, sources });
    const cost = async (query = '') => read(own, 'stranger', `/programmes/${own.programme}/cost${query}`);
    const [first, second] = own.procedures as [string, string];
    const document = await startDocument(own);
    const started = await startPlan(
      own,
      'lan',
      [{ procedureCode: first, cost: cut } as never, { procedureCode: second }],
      document,
    );
    const plan = `/plans/${started.body.code}`;
    // What is still being drafted is its ministry's own affair.
    expect(await cost()).toMatchObject({
      proposed: { procedures: 0, sheets: 0, ...NOTHING },
      counted: { procedures: 0, sheets: 0, ...NOTHING },
      byMinistry: [],
    });
    await approvePlan(own, plan);
    const approved = await cost();
    expect(approved).toMatchObject({
      proposed: { procedures: 2, sheets: 1, ...SAVED },
      counted: { procedures: 0, sheets: 0, ...NOTHING },
    });
    const list = (player: 'lan' | 'stranger', of: string) =>
      read(own, player, `/programmes/${own.programme}/cost/${of}`);
    expect(await list('lan', 'plans')).toMatchObject({
      items: [{ code: codeOf(plan), procedures: 2, sheets: 1, ...SAVED }],
      total: 1,
      hidden: 0,
      nextCursor: null,
    });
    expect(await list('stranger', 'plans')).toMatchObject({ items: [], total: 0, hidden: 1 });
    expect((await read(own, 'lan', `/procedures/${first}`)).cost).toEqual({
      sheet: cut,
      plan: codeOf(plan),
      counts: false,
    });
    expect((await read(own, 'stranger', `/procedures/${first}`)).cost).toBeNull();

    await promulgate(own, document);
    await announce(own, document, [first, second]);
    const counted = await cost();
    expect(counted).toMatchObject({
      proposed: { procedures: 2, sheets: 1, ...SAVED },
      counted: { procedures: 2, sheets: 1, ...SAVED },
    });
    for (const of of ['proposed', 'counted'] as const) {
      const sum = (key: string) =>
        counted.byMinistry.reduce(
          (all: number, one: Record<string, Record<string, number>>) => all + (one[of]?.[key] ?? 0),
          0,
        );
      for (const key of ['procedures', 'sheets', 'current', 'proposed', 'saving', 'real', 'estimate'])
        expect(sum(key), `${of} ${key}`).toBe(counted[of][key]);
    }
    expect(await list('stranger', 'procedures')).toMatchObject({
      items: [{ code: first, currentRun: 124_167, proposedRun: 20_000, ...SAVED }],
      total: 1,
    });
    expect((await read(own, 'stranger', `/procedures/${first}`)).cost).toEqual({
      sheet: cut,
      plan: null,
      counts: true,
    });
    // What was known then is still the answer, and so it is after everything is made anew from the events.
    const then = async () => cost(`?asAt=${approved.asAt}&knownAt=${encodeURIComponent(approved.knownAt)}`);
    expect(await then()).toEqual(approved);
    expect((await cost('?asAt=2024-12-31')).proposed).toMatchObject({ procedures: 0, ...NOTHING });
    await rebuild(own.database.db);
    expect(await then()).toEqual(approved);
    expect(await cost()).toEqual(counted);
  } finally {
    await own.stop();
  }
});
