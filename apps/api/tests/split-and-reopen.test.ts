import { randomUUID } from 'node:crypto';
import { saveAgency } from '@tinhgon/database';
import { SYSTEM } from '@tinhgon/rules/person';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wrongsOnRecord } from './sound.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const read = async (player: Player, path: string) => (await world.call(player, 'GET', path)).body;

async function give(player: Player, path: string, command: Record<string, unknown>) {
  const { version, contentHash } = await read('office', path);
  const hash = command['type'] === 'approve' ? { contentHash } : {};
  const sent = { commandId: randomUUID(), expectedVersion: version, ...hash, ...command };
  return { sent, ...(await world.call(player, 'POST', `${path}/commands`, sent)) };
}
async function does(player: Player, path: string, command: Record<string, unknown>) {
  const answer = await give(player, path, command);
  expect(answer, JSON.stringify(command)).toMatchObject({ status: 200 });
  return answer;
}
const today = () => new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10);
const simplified = async () => (await read('lan', `/programmes/${world.programme}/totals`)).simplified;
const codes = ({ measures }: { measures: { procedureCode: string }[] }) =>
  measures.map(({ procedureCode }) => procedureCode);

/** A plan of these procedures, approved; its document is being drafted. */
async function approvedPlan(procedures: readonly string[]) {
  const documentCode = uniqueCode('TT');
  const shared = { programme: world.programme, leadAgency: world.home };
  const document = { ...shared, code: documentCode, type: 'circular', title: 'Thông tư' };
  await world.call('lan', 'POST', '/documents', document);
  const measures = procedures.map((procedureCode) => ({
    procedureCode,
    measure: 'cut-papers',
    documents: [documentCode],
  }));
  const { body } = await world.call('lan', 'POST', '/plans', {
    ...shared,
    measures,
    year: 2026,
    name: 'Phương án',
  });
  const plan = `/plans/${body.code}`;
  await does('lan', plan, { type: 'submit' });
  await does('duc', plan, { type: 'approve' });
  await does('minh', plan, { type: 'approve' });
  await phaseOf(`/documents/${documentCode}`, 'drafting');
  return { code: body.code as string, plan, document: `/documents/${documentCode}` };
}

const phaseOf = (path: string, phase: string) =>
  expect.poll(async () => (await read('office', path)).phase, { timeout: 15_000 }).toBe(phase);

async function promulgate(document: string) {
  await does('lan', document, { type: 'submit' });
  await does('phap', document, { type: 'approve' });
  await does('lan', document, { type: 'submit' });
  const day = today();
  await does('minh', document, {
    type: 'recordPromulgation',
    number: uniqueCode('1/TT'),
    signedOn: day,
    inForceOn: day,
  });
  await does('lan', document, { type: 'submit' });
}

async function evidence(document: string, procedureCodes: readonly string[]) {
  const day = today();
  await does('minh', document, {
    type: 'recordAnnouncement',
    decisionNumber: 'QĐ 1',
    signedOn: day,
    procedureCodes,
  });
  await does('duc', document, {
    type: 'recordDatabaseEntry',
    reference: 'CSDL 1',
    enteredOn: day,
    procedureCodes,
  });
}

test('a split of a version that never was is out of date, not in doubt', async () => {
  const { plan } = await approvedPlan(world.procedures.slice(0, 2));
  const { version } = await read('office', plan);
  const split = { type: 'split', procedureCodes: world.procedures.slice(0, 1), name: 'Phần tách' };
  const sent = { commandId: randomUUID(), ...split, expectedVersion: version + 100 };
  expect(await world.call('office', 'POST', `${plan}/commands`, sent)).toMatchObject({
    status: 409,
    body: { error: { code: 'STALE_VERSION', details: { version } } },
  });
});

test('a plan being carried out is split: nothing is counted twice, nothing drops, both go on', async () => {
  const [first = '', second = ''] = world.procedures;
  const before = await simplified();
  const { code, plan, document } = await approvedPlan([first, second]);
  await promulgate(document);
  await evidence(document, [first]);
  expect(await simplified()).toBe(before + 1);

  const split = { type: 'split', procedureCodes: [second], name: 'Phần tách ra' };
  expect(await give('lan', plan, split)).toMatchObject({
    status: 403,
    body: { error: { code: 'NOT_YOUR_STEP' } },
  });
  const taken = await give('minh', plan, { ...split, newCode: code });
  expect(taken).toMatchObject({ status: 409, body: { error: { code: 'CODE_TAKEN', field: 'newCode' } } });
  const answer = await does('minh', plan, split);
  // Sent again it is the same split.
  expect(await world.call('minh', 'POST', `${plan}/commands`, answer.sent)).toMatchObject({
    status: 200,
    body: answer.body,
  });

  const rest = await read('lan', plan);
  // All that stays was evidenced: it is done with the split.
  expect([rest.phase, codes(rest)]).toEqual(['done', [first]]);
  const [{ code: into }] = rest.splitInto;
  expect(rest.splitInto).toEqual([
    { code: into, name: 'Phần tách ra', at: expect.any(String), procedures: 1 },
  ]);
  const part = await read('lan', `/plans/${into}`);
  expect(part).toMatchObject({
    name: 'Phần tách ra',
    phase: 'carrying-out',
    splitFrom: { code, name: 'Phương án' },
    leadAgency: { code: world.home },
  });
  expect(codes(part)).toEqual([second]);
  // What happened before is the history of both.
  const own = part.history.filter(({ of }: { of: string | null }) => of === null);
  expect(own.at(-1)).toMatchObject({ type: 'planSplitOff', facts: { splitFrom: code } });
  expect(part.history.filter(({ of }: { of: string }) => of === code).at(-1)).toMatchObject({
    type: 'planStarted',
  });
  expect(part.steps.map(({ status }: { status: string }) => status)).toEqual(
    rest.steps.map(({ status }: { status: string }) => status),
  );
  expect(await simplified()).toBe(before + 1);
  // A plan of its own before anybody has touched it: the code is taken, and others do not see it.
  expect(await world.call('stranger', 'GET', `/plans/${into}`)).toMatchObject({ status: 404 });
  await does('lan', `/plans/${into}`, { type: 'comment', text: 'tiếp tục' });

  await expect
    .poll(
      async () => (await read('lan', document)).measures.map((one: { planCode: string }) => one.planCode),
      {
        timeout: 15_000,
      },
    )
    .toEqual([code, into]);
  await evidence(document, [second]);
  await phaseOf(`/plans/${into}`, 'done');
  expect(await simplified()).toBe(before + 2);
});

test('a plan that is done is reopened: what counted counts on until its links change', async () => {
  const third = world.procedures[2] ?? '';
  const before = await simplified();
  const { plan, document } = await approvedPlan([third]);
  await promulgate(document);
  await evidence(document, [third]);
  await phaseOf(plan, 'done');
  expect(await simplified()).toBe(before + 1);

  const reopen = { type: 'reopen', reason: 'Bỏ sót một giấy tờ' };
  expect(await give('lan', plan, reopen)).toMatchObject({ status: 403 });
  expect(await give('office', plan, { type: 'reopen', reason: ' ' })).toMatchObject({
    status: 422,
    body: { error: { code: 'REASON_REQUIRED', field: 'reason' } },
  });
  const answer = await does('office', plan, reopen);
  expect(await world.call('office', 'POST', `${plan}/commands`, answer.sent)).toMatchObject({
    status: 200,
    body: answer.body,
  });
  expect(await read('lan', plan)).toMatchObject({ phase: 'returned', standing: 1 });
  expect(await simplified()).toBe(before + 1);
  expect(await give('office', plan, reopen)).toMatchObject({
    status: 409,
    body: { error: { code: 'SUBJECT_OPEN' } },
  });

  const { measures } = await read('lan', plan);
  const [{ documents }] = measures;
  const content = {
    name: 'Phương án',
    measures: [
      {
        procedureCode: third,
        measure: 'cut-papers',
        documents,
        proposed: { papers: [{ name: 'Tờ khai', originals: 1, copies: 0 }] },
      },
    ],
  };
  await does('lan', plan, { type: 'saveContent', content });
  await does('lan', plan, { type: 'submit' });
  expect(await simplified()).toBe(before + 1);
  await does('duc', plan, { type: 'approve' });
  await does('minh', plan, { type: 'approve' });
  // Its evidence is all there: nobody has to report again.
  await phaseOf(plan, 'done');
  expect(await read('lan', plan)).toMatchObject({ standing: null });
  expect(await simplified()).toBe(before + 1);
});

test('a refused plan is reopened by its drafters, and one withdrawn after approval by its approver', async () => {
  const fourth = world.procedures[3] ?? '';
  const { plan } = await approvedPlan([fourth]);
  await does('minh', plan, { type: 'withdraw', reason: 'đổi hướng' });
  expect(await give('lan', plan, { type: 'reopen', reason: 'x' })).toMatchObject({ status: 403 });
  await does('minh', plan, { type: 'reopen', reason: 'vẫn cần' });
  expect(await read('lan', plan)).toMatchObject({ phase: 'returned', standing: null });
  // Its document went with it: the drafters name one that is open.
  expect(await give('lan', plan, { type: 'submit' })).toMatchObject({
    status: 422,
    body: { error: { code: 'DOCUMENT_CLOSED' } },
  });
  const other = uniqueCode('TT');
  const shared = { programme: world.programme, leadAgency: world.home };
  await world.call('lan', 'POST', '/documents', { ...shared, code: other, type: 'circular', title: 'Khác' });
  const measures = [{ procedureCode: fourth, measure: 'abolish', documents: [other] }];
  await does('lan', plan, { type: 'saveContent', content: { name: 'Phương án', measures } });
  await does('lan', plan, { type: 'submit' });
  await does('duc', plan, { type: 'refuse', reason: 'chưa khả thi' });
  await does('lan', plan, { type: 'reopen', reason: 'làm lại theo ý kiến' });
  expect(await read('lan', plan)).toMatchObject({ phase: 'returned', standing: null });
});

test('a plan whose ministry has gone up in another opens under the one that has its work now', async () => {
  const fourth = world.procedures[3] ?? '';
  const { plan, document } = await approvedPlan([fourth]);
  await promulgate(document);
  await evidence(document, [fourth]);
  await phaseOf(plan, 'done');
  const { home, elsewhere, database } = world;
  const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
  const agency = { code: home, nameVi: `Bộ ${home}`, nameEn: null, kind: 'ministry', parent: null } as const;
  const ended = { ...agency, from: '2020-01-01', to: yesterday, successor: elsewhere };
  await saveAgency(database.db, ended, { actor: SYSTEM, now: new Date().toISOString() });
  // Who was looked up before is remembered for a minute without what theirs inherits.
  world.app.people.forgetAll();
  // Its closed past is theirs to read there, and the leader may open it again.
  expect((await read('stranger', plan)).actions.reopen).toEqual({ allowed: true });
  await does('stranger', plan, { type: 'reopen', reason: 'Bỏ sót một giấy tờ' });
  const open = await read('stranger', plan);
  expect(open).toMatchObject({ phase: 'returned', leadAgency: { code: elsewhere } });
  expect(open.history.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining(['agencyMoved', 'reopened']),
  );
});

test('is all on record with receipts that fit', async () => {
  expect(await wrongsOnRecord(world)).toEqual([]);
});
