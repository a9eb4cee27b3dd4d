import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut, codeOf, give, read, startDocument, startPlan, trpc } from './acting.ts';
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
  const dearer = sheet(cut.current.lines, [fee(30_000)]);
  const save = (cost: object) => give(world, 'lan', plan, { type: 'saveContent', content: content(cost) });
  expect(await save(sheet([work(1, { parameter: 'X', version: 1, dongPerHour: 1 })], []))).toMatchObject({
    status: 422,
    body: {
      error: { code: 'UNKNOWN_WAGE', field: 'content.measures.0.cost.current.lines.0.amount.wage' },
    },
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
