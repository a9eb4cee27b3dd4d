import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  approvePlan,
  carryOut,
  codeOf,
  give,
  read,
  startDocument,
  startPlan,
  today,
  trpc,
} from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const DAY_MS = 86_400_000;
const inDays = (days: number): string =>
  new Date(Date.parse(today()) + days * DAY_MS).toISOString().slice(0, 10);

async function submittedPlan(change: object): Promise<{ plan: string; document: string }> {
  const document = await startDocument(world, {
    plannedInForceOn: inDays(200),
    plannedSigningOn: inDays(150),
  });
  const [procedureCode] = world.procedures;
  const { body } = await startPlan(world, 'lan', [{ procedureCode }], document);
  const plan = `/plans/${body.code}`;
  await carryOut(world, plan, [
    ['lan', { type: 'saveContent', content: { ...(await contentOf(plan, document)), ...change } }],
    ['lan', { type: 'submit' }],
  ]);
  return { plan, document };
}

/** What the drafter's form would send. */
async function contentOf(plan: string, document: string) {
  const { name, reviewOn, deadline, measures } = await read(world, 'lan', plan);
  return {
    name,
    reviewOn,
    deadline,
    measures: measures.map(({ procedureCode, measure }: Record<string, string>) => ({
      procedureCode,
      measure,
      documents: [codeOf(document)],
    })),
  };
}

const refusal = (code: string, field?: string) => ({ body: { error: { code, ...(field && { field }) } } });

test('a deadline moves by request of one and approval of another, and the first stays beside it', async () => {
  const first = inDays(100);
  const { plan, document } = await submittedPlan({ deadline: first });
  const ask = { type: 'requestDateChange', date: 'deadline', to: inDays(160), reason: 'Chờ Nghị định' };
  expect(await give(world, 'minh', plan, ask)).toMatchObject(refusal('NOT_YOUR_STEP'));
  await carryOut(world, plan, [['lan', ask]]);
  expect(await give(world, 'hoa', plan, ask)).toMatchObject(refusal('DATE_REQUEST_PENDING', 'date'));

  const { dates } = await read(world, 'minh', plan);
  expect(dates).toMatchObject({
    free: false,
    requests: [
      { date: 'deadline', from: first, to: inDays(160), reason: 'Chờ Nghị định', decide: { allowed: true } },
    ],
    decider: { function: 'minister', agency: { code: world.home } },
  });
  const [{ id: requestId }] = dates.requests;
  const code = codeOf(plan);
  const waiting = async (player: 'minh' | 'lan' | 'duc') =>
    (await trpc(world, player, 'inbox.list', { q: code }, 'GET')).data.items.filter(
      (item: { stepKind: string }) => item.stepKind === 'date',
    );
  expect(await waiting('minh')).toMatchObject([{ id: `plan/${code}/date-deadline`, step: 'date-deadline' }]);
  expect(await waiting('lan')).toEqual([]);
  expect(await waiting('duc')).toEqual([]);
  expect(await give(world, 'duc', plan, { type: 'approveDateChange', requestId })).toMatchObject(
    refusal('NOT_YOUR_STEP'),
  );
  expect(await give(world, 'stranger', plan, { type: 'approveDateChange', requestId })).toMatchObject(
    refusal('NOT_FOUND'),
  );
  await carryOut(world, plan, [['minh', { type: 'approveDateChange', requestId }]]);

  const after = await read(world, 'lan', plan);
  expect(after).toMatchObject({ deadline: inDays(160), firstDeadline: first });
  expect(after.dates).toMatchObject({
    requests: [],
    changes: [{ from: first, to: inDays(160), askedBy: {}, approvedBy: {} }],
  });
  expect(after.dates.dates[0]).toMatchObject({ date: 'deadline', present: inDays(160), first });
  expect(await waiting('minh')).toEqual([]);
  expect(after.history[0]).toMatchObject({
    type: 'dateChangeApproved',
    reason: 'Chờ Nghị định',
    facts: { dateKey: 'deadline', dateFrom: first, dateTo: inDays(160) },
  });

  // Once submitted, saving content moves no date.
  await carryOut(world, plan, [['duc', { type: 'return', reason: 'Thiếu căn cứ' }]]);
  const content = await contentOf(plan, document);
  const moved = { type: 'saveContent', content: { ...content, deadline: inDays(300) } };
  expect(await give(world, 'lan', plan, moved)).toMatchObject(
    refusal('DATE_NEEDS_REQUEST', 'content.deadline'),
  );
  await carryOut(world, plan, [['lan', { type: 'saveContent', content }]]);
});

test('a date near at hand needs a ground of the list, in the words of its reader', async () => {
  const { plan } = await submittedPlan({ deadline: inDays(20) });
  const ask = { type: 'requestDateChange', date: 'deadline', to: inDays(90), reason: 'Chậm' };
  expect(await give(world, 'lan', plan, ask)).toMatchObject({
    status: 422,
    ...refusal('GROUND_REQUIRED', 'ground'),
  });
  expect(await give(world, 'lan', plan, { ...ask, ground: 'mood' })).toMatchObject({
    status: 400,
    ...refusal('INVALID_INPUT', 'ground'),
  });
  await carryOut(world, plan, [['lan', { ...ask, ground: 'higher-document' }]]);
});

test('dates of a document go to its signatory, and its text shows the date that holds', async () => {
  const { plan, document } = await submittedPlan({});
  await carryOut(world, plan, [
    ['duc', { type: 'approve' }],
    ['minh', { type: 'approve' }],
  ]);
  await expect
    .poll(async () => (await read(world, 'lan', document)).phase, { timeout: 10_000 })
    .toBe('drafting');
  const ask = { type: 'requestDateChange', date: 'plannedInForce', to: inDays(260), reason: 'Chờ Luật' };
  expect(await give(world, 'lan', document, ask)).toMatchObject(refusal('DATE_STILL_FREE'));
  await carryOut(world, document, [
    ['lan', { type: 'submit' }],
    ['lan', ask],
  ]);
  const { dates } = await read(world, 'minh', document);
  await carryOut(world, document, [
    ['minh', { type: 'approveDateChange', requestId: dates.requests[0].id }],
    ['phap', { type: 'approve' }],
  ]);
  const after = await read(world, 'lan', document);
  expect(after).toMatchObject({
    plannedInForceOn: inDays(260),
    firstPlannedInForceOn: inDays(200),
    content: { plannedInForceOn: inDays(260) },
  });
  // What the form shows is what may be saved.
  await carryOut(world, document, [
    ['lan', { type: 'saveContent', content: { ...after.content, responses: 'Tiếp thu' } }],
  ]);
  expect((await read(world, 'stranger', document)).dates.changes).toMatchObject([{ reason: 'Chờ Luật' }]);
});

test('a missed date is explained in public, and the lists say so', async () => {
  const document = await startDocument(world, { plannedInForceOn: inDays(-3) });
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[1] }], document);
  await approvePlan(world, `/plans/${body.code}`);
  const missed = async (player: 'stranger' | 'lan') => (await read(world, player, document)).dates.missed;
  expect(await missed('stranger')).toMatchObject([
    { date: 'plannedInForce', missedOn: inDays(-3), reason: null },
  ]);
  const explain = { type: 'explainDelay', date: 'plannedInForce', reason: 'Chờ ý kiến Quốc hội' };
  expect(await give(world, 'auditor', document, explain)).toMatchObject(refusal('FORBIDDEN'));
  expect(await give(world, 'lan', document, { ...explain, date: 'plannedSigning' })).toMatchObject(
    refusal('NOT_MISSED', 'date'),
  );
  await carryOut(world, document, [['lan', explain]]);
  expect(await missed('stranger')).toMatchObject([{ reason: { text: 'Chờ ý kiến Quốc hội' } }]);
  const { data } = await trpc(world, 'stranger', 'documents.list', { q: codeOf(document) }, 'GET');
  expect(data.items).toMatchObject([
    { missed: [{ date: 'plannedInForce', reason: { text: 'Chờ ý kiến Quốc hội' } }] },
  ]);
  const { history } = await read(world, 'stranger', document);
  expect(history).toContainEqual(
    expect.objectContaining({ type: 'delayExplained', reason: 'Chờ ý kiến Quốc hội' }),
  );
});

test('impossible dates and levels are named where they are entered', async () => {
  const about = { programme: world.programme, leadAgency: world.home };
  const plan = { ...about, year: 2026, name: 'Phương án' };
  const started = async (change: object) =>
    (await world.call('lan', 'POST', '/plans', { ...plan, ...change })).body;
  expect((await started({ reviewOn: inDays(31), deadline: inDays(30) })).error).toMatchObject({
    code: 'DATE_ORDER',
    field: 'reviewOn',
    details: { latest: inDays(30) },
  });
  const document = { ...about, type: 'circular', title: 'Thông tư' };
  const planned = { plannedSigningOn: inDays(10), plannedInForceOn: inDays(9) };
  expect(
    (await world.call('lan', 'POST', '/documents', { ...document, ...planned })).body.error,
  ).toMatchObject({
    code: 'DATE_ORDER',
    field: 'plannedInForceOn',
  });
  const [procedureCode] = world.procedures;
  const measure = { procedureCode, measure: 'decentralise', proposed: { level: 'district' } };
  expect((await started({ measures: [measure] })).error).toMatchObject({
    code: 'LEVEL_ENDED',
    field: 'measures.0.proposed.level',
  });
  const { code } = await started({ deadline: inDays(30) });
  const answer = await give(world, 'lan', `/plans/${code}`, {
    type: 'saveContent',
    content: { name: 'Phương án', reviewOn: inDays(31), deadline: inDays(30), measures: [] },
  });
  expect(answer.body.error).toMatchObject({ code: 'DATE_ORDER', field: 'content.reviewOn' });
});
