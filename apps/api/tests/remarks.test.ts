import { randomUUID } from 'node:crypto';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  const envelope = { commandId: randomUUID(), expectedVersion: version };
  const sent = { ...envelope, ...hash, ...command };
  return { sent, ...(await world.call(player, 'POST', `${path}/commands`, sent)) };
}

const paper = (name: string) => ({ name, originals: 1, copies: 0 });
const about = (procedures: readonly string[], documentCode: string, papers: string[]) =>
  procedures.map((procedureCode) => ({
    procedureCode,
    measure: 'cut-papers',
    current: { papers: [paper('Tờ khai'), paper('Sổ hộ khẩu')], feeDong: 20_000 },
    proposed: { papers: papers.map(paper), feeDong: 20_000 },
    documents: [documentCode],
  }));

async function submittedPlan() {
  const documentCode = uniqueCode('TT');
  const shared = { programme: world.programme, leadAgency: world.home };
  await world.call('lan', 'POST', '/documents', {
    ...shared,
    code: documentCode,
    type: 'circular',
    title: 'Thông tư',
  });
  const measures = about(world.procedures.slice(0, 2), documentCode, ['Tờ khai', 'Sổ hộ khẩu']);
  const content = { name: 'Phương án', measures };
  const { body } = await world.call('lan', 'POST', '/plans', { ...shared, ...content, year: 2026 });
  const plan = `/plans/${body.code}`;
  expect(await give('lan', plan, { type: 'submit' })).toMatchObject({ status: 200 });
  return { plan, documentCode, content };
}

const remark = (at: object) => ({ type: 'remark', procedureCode: world.procedures[0], ...at });

test('a remark at a line is asked, answered, settled, and shows where it waits', async () => {
  const { plan, documentCode } = await submittedPlan();
  const asked = await give('duc', plan, remark({ field: 'papers', index: 1, text: 'Sao còn sổ này?' }));
  expect(asked).toMatchObject({ status: 200, body: { version: 2, projected: true } });
  const remarkId = asked.sent.commandId;
  // The same command again is the same remark.
  expect(await world.call('duc', 'POST', `${plan}/commands`, asked.sent)).toMatchObject({ status: 200 });

  const [item] = (await read('lan', plan)).remarks;
  expect(item).toMatchObject({
    id: remarkId,
    field: 'papers',
    index: 1,
    line: 'Sổ hộ khẩu',
    text: 'Sao còn sổ này?',
    check: 'quality-check',
    by: { id: 'duc' },
    changed: false,
    waiting: true,
    words: [],
    answer: { allowed: true },
    resolve: { allowed: false, code: 'NOT_YOUR_REMARK' },
  });
  expect((await read('duc', plan)).remarks).toMatchObject([{ resolve: { allowed: true } }]);
  expect((await read('auditor', plan)).remarks).toMatchObject([
    { answer: { allowed: false, code: 'FORBIDDEN' } },
  ]);
  expect(await waitingInInbox('duc', plan)).toBe(1);

  expect(await give('duc', plan, { type: 'approve' })).toMatchObject({
    status: 409,
    body: { error: { code: 'REMARK_UNANSWERED', details: { count: 1 } } },
  });
  expect(await give('duc', plan, { type: 'return', reason: 'xem nhận xét' })).toMatchObject({ status: 200 });
  expect(await give('lan', plan, { type: 'submit' })).toMatchObject({
    status: 409,
    body: { error: { code: 'REMARK_UNANSWERED' } },
  });
  const measures = about(world.procedures.slice(0, 2), documentCode, ['Tờ khai']);
  expect(
    await give('lan', plan, { type: 'saveContent', content: { name: 'Phương án', measures } }),
  ).toMatchObject({ status: 200 });
  expect(await give('lan', plan, { type: 'answerRemark', remarkId, text: 'Đã bỏ.' })).toMatchObject({
    status: 200,
  });
  expect((await read('duc', plan)).remarks).toMatchObject([
    { changed: true, line: 'Sổ hộ khẩu', waiting: false, words: [{ kind: 'answer', text: 'Đã bỏ.' }] },
  ]);
  expect(await give('lan', plan, { type: 'submit' })).toMatchObject({ status: 200 });
  expect(await waitingInInbox('duc', plan)).toBe(0);
  expect(await give('duc', plan, { type: 'resolveRemark', remarkId })).toMatchObject({ status: 200 });
  expect(await give('duc', plan, { type: 'approve' })).toMatchObject({ status: 200 });
  expect((await read('lan', plan)).remarks).toMatchObject([{ resolvedBy: { id: 'duc' } }]);
  const { history } = await read('lan', plan);
  expect(history.find(({ type }: { type: string }) => type === 'remarked')).toMatchObject({
    facts: { field: 'papers', procedureCode: world.procedures[0], text: 'Sao còn sổ này?' },
  });
});

async function waitingInInbox(player: Player, plan: string): Promise<number | undefined> {
  const address = `${world.url}/trpc/inbox.list?input=${encodeURIComponent('{}')}`;
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${await world.token(player)}` },
  });
  const { result } = (await response.json()) as {
    result: { data: { items: { code: string; remarks: number }[] } };
  };
  return result.data.items.find(({ code }) => plan.endsWith(`/${code}`))?.remarks;
}

test('what is no line is refused by name', async () => {
  const { plan } = await submittedPlan();
  const cases: [object, number, string, string][] = [
    [remark({ field: 'papers', index: 2, text: 'x' }), 400, 'INVALID_INPUT', 'index'],
    [remark({ field: 'fee', index: 0, text: 'x' }), 400, 'INVALID_INPUT', 'index'],
    [remark({ field: 'colour', text: 'x' }), 400, 'INVALID_INPUT', 'field'],
    [remark({ field: 'fee', text: ' ' }), 400, 'INVALID_INPUT', 'text'],
    [remark({ field: 'fee', text: 'x', procedureCode: '9.999' }), 422, 'UNKNOWN_PROCEDURE', 'procedureCode'],
    [{ type: 'answerRemark', remarkId: randomUUID(), text: 'x' }, 422, 'UNKNOWN_REMARK', 'remarkId'],
  ];
  for (const [command, status, code, field] of cases) {
    expect(await give('duc', plan, command as Record<string, unknown>), code).toMatchObject({
      status,
      body: { error: { code, field } },
    });
  }
  expect(await give('stranger', plan, remark({ field: 'fee', text: 'x' }))).toMatchObject({ status: 404 });
});

test("remarks at a document's lines are part of its draft", async () => {
  const { documentCode } = await submittedPlan();
  const document = `/documents/${documentCode}`;
  const asked = await give('phap', document, { type: 'remark', field: 'title', text: 'Thiếu số' });
  expect(asked).toMatchObject({ status: 200 });
  expect((await read('lan', document)).remarks).toMatchObject([{ text: 'Thiếu số', check: null }]);
  // Its header is everybody's, what is being drafted is not.
  const outside = await read('stranger', document);
  expect(outside.remarks).toEqual([]);
  expect(JSON.stringify(outside)).not.toContain('Thiếu số');
  expect(await give('stranger', document, { type: 'remark', field: 'title', text: 'x' })).toMatchObject({
    status: 403,
    body: { error: { code: 'FORBIDDEN' } },
  });
});

test('whoever decided before is told what has changed since, word for word', async () => {
  const { plan, documentCode } = await submittedPlan();
  const changes = (player: Player, since = '') => read(player, `${plan}/changes${since}`);
  expect(await changes('duc')).toEqual({ since: null, lines: [], procedures: [] });
  await give('duc', plan, { type: 'approve' });
  await give('minh', plan, { type: 'return', reason: 'còn sổ hộ khẩu' });
  expect(await changes('minh', '?since=approval')).toMatchObject({ since: null });
  expect(await changes('minh')).toMatchObject({ since: { type: 'returned' }, lines: [], procedures: [] });

  const [first = ''] = world.procedures;
  const [measure] = about([first], documentCode, ['Tờ khai']);
  const measures = [measure, ...about([world.procedures[2] ?? ''], documentCode, ['Tờ khai'])];
  await give('lan', plan, { type: 'saveContent', content: { name: 'Phương án mới', measures } });
  for (const player of ['duc', 'minh'] as const) {
    const { since, lines, procedures } = await changes(player);
    expect(since).toMatchObject({ by: { id: player } });
    expect(lines).toEqual([{ field: 'name', before: 'Phương án', after: 'Phương án mới' }]);
    expect(procedures).toMatchObject([
      {
        procedureCode: first,
        before: { proposed: { papers: [{ name: 'Tờ khai' }, { name: 'Sổ hộ khẩu' }] } },
        after: { proposed: { papers: [{ name: 'Tờ khai' }] } },
      },
      { procedureCode: world.procedures[2], before: null },
      { procedureCode: world.procedures[1], after: null },
    ]);
  }
  expect(await changes('office', '?since=1')).toMatchObject({ since: { type: 'planStarted' } });
  expect(await world.call('office', 'GET', `${plan}/changes?since=99`)).toMatchObject({ status: 404 });
  expect(await world.call('office', 'GET', `${plan}/changes?since=x`)).toMatchObject({ status: 400 });
  expect(await world.call('stranger', 'GET', `${plan}/changes`)).toMatchObject({ status: 404 });
});

test('a remark on a procedure that came back is not told of those that went on', async () => {
  const { plan } = await submittedPlan();
  await give('duc', plan, remark({ field: 'papers', text: 'Sao còn sổ này?' }));
  const part = { procedureCodes: [world.procedures[0]], reason: 'Xem nhận xét' };
  expect(await give('duc', plan, { type: 'return', ...part })).toMatchObject({ status: 200 });
  expect(await waitingInInbox('lan', plan)).toBe(1);
  expect(await waitingInInbox('duc', plan)).toBe(0);
});

test('what has changed is told of each procedure since one decided on that procedure', async () => {
  const { plan, documentCode } = await submittedPlan();
  const [first = '', second = ''] = world.procedures;
  await give('duc', plan, { type: 'approve' });
  const part = { procedureCodes: [first], reason: 'Xem lại' };
  expect(await give('minh', plan, { type: 'return', ...part })).toMatchObject({ status: 200 });
  const item = () => read('minh', `${plan}/changes?step=plan-approval`);
  // The other one was never decided on: nothing is said of it as if it had been.
  expect(await item()).toMatchObject({ since: null, procedures: [], undecided: [{ procedureCode: second }] });

  const [changed] = about([first], documentCode, ['Tờ khai']);
  const [same] = about([second], documentCode, ['Tờ khai', 'Sổ hộ khẩu']);
  const content = { name: 'Phương án', measures: [changed, same] };
  expect(await give('lan', plan, { type: 'saveContent', content })).toMatchObject({ status: 200 });
  await give('lan', plan, { type: 'submit' });
  expect(await give('duc', plan, { type: 'approve', step: 'quality-check' })).toMatchObject({ status: 200 });
  expect(await item()).toMatchObject({
    since: { type: 'returned', by: { id: 'minh' } },
    lines: [],
    procedures: [
      {
        procedureCode: first,
        before: { proposed: { papers: [{}, {}] } },
        after: { proposed: { papers: [{ name: 'Tờ khai' }] } },
      },
    ],
    undecided: [{ procedureCode: second }],
  });
});
