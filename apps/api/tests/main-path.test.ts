import { randomUUID } from 'node:crypto';
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

/** Gives a command as of now. */
async function give(player: Player, path: string, command: Record<string, unknown>) {
  const { version, contentHash } = await read('office', path);
  const hash = command['type'] === 'approve' ? { contentHash } : {};
  return world.call(player, 'POST', `${path}/commands`, {
    commandId: randomUUID(),
    expectedVersion: version,
    ...hash,
    ...command,
  });
}

async function startDocument(code = uniqueCode('TT')) {
  const answer = await world.call('lan', 'POST', '/documents', {
    code,
    type: 'circular',
    programme: world.programme,
    leadAgency: world.home,
    title: 'Thông tư sửa đổi',
  });
  expect(answer).toMatchObject({ status: 201, body: { code, version: 1, projected: true } });
  return code;
}

const planInput = (documentCode: string) => ({
  programme: world.programme,
  year: 2026,
  leadAgency: world.home,
  name: 'Phương án đơn giản hóa',
  measures: [
    { procedureCode: world.procedures[0], measure: 'cut-papers', documents: [documentCode] },
    { procedureCode: world.procedures[1], measure: 'put-online', documents: [documentCode] },
  ],
});

test('from draft to counted through /api/v1', async () => {
  const documentCode = await startDocument();
  const started = await world.call('lan', 'POST', '/plans', planInput(documentCode));
  expect(started).toMatchObject({
    status: 201,
    body: { code: `${world.home}-2026-001`, version: 1, projected: true },
  });
  const plan = `/plans/${started.body.code}`;
  const document = `/documents/${documentCode}`;

  expect(await give('lan', plan, { type: 'submit' })).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await give('duc', plan, { type: 'approve' })).toMatchObject({ status: 200, body: { version: 3 } });
  expect(await give('minh', plan, { type: 'approve' })).toMatchObject({ status: 200, body: { version: 4 } });
  await expect.poll(async () => (await read('lan', document)).phase, { timeout: 10_000 }).toBe('drafting');

  const today = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10);
  const procedureCodes = world.procedures.slice(0, 2);
  const steps: [Player, Record<string, unknown>][] = [
    ['lan', { type: 'submit' }],
    ['phap', { type: 'approve' }],
    ['lan', { type: 'submit' }],
    ['minh', { type: 'recordPromulgation', number: '12/2026/TT', signedOn: today, inForceOn: today }],
    ['lan', { type: 'submit' }],
    ['minh', { type: 'recordAnnouncement', decisionNumber: '34/QĐ', signedOn: today, procedureCodes }],
    ['duc', { type: 'recordDatabaseEntry', reference: 'CSDL-1', enteredOn: today, procedureCodes }],
    ['duc', { type: 'recordDisplay', place: 'Trụ sở', displayedOn: today }],
  ];
  for (const [player, command] of steps) {
    expect(await give(player, document, command), JSON.stringify(command)).toMatchObject({ status: 200 });
  }
  await expect.poll(async () => (await read('lan', plan)).phase, { timeout: 10_000 }).toBe('done');

  const totals = await read('lan', `/programmes/${world.programme}/totals`);
  expect(totals).toMatchObject({ simplified: 2, baseline: null, sharePercent: null });
  const counted = await read('lan', `/procedures?programme=${world.programme}&status=simplified`);
  expect(counted.items.map((item: { code: string }) => item.code)).toEqual(procedureCodes);
  expect(counted.items[0].evidence[0]).toMatchObject({
    documentCode,
    number: '12/2026/TT',
    inForceOn: today,
  });

  const late = await give('duc', document, { type: 'submit' });
  expect(late).toMatchObject({ status: 409, body: { error: { code: 'SUBJECT_CLOSED' } } });
  // Wrong evidence is corrected after the end, by one person and confirmed by another.
  const { evidence } = await read('lan', document);
  const wrong = evidence.find(({ kind }: { kind: string }) => kind === 'database-entry');
  const asked = { type: 'correctEvidence', evidenceId: wrong.id, number: 'CSDL-2', reason: 'gõ nhầm' };
  expect(await give('duc', document, asked)).toMatchObject({ status: 200 });
  const { corrections } = await read('minh', document);
  const confirm = { type: 'confirmCorrection', correctionId: corrections[0].id };
  expect(await give('duc', document, confirm)).toMatchObject({ body: { error: { code: 'FOUR_EYES' } } });
  expect(await give('minh', document, confirm)).toMatchObject({ status: 200 });
});

test('sending twice does nothing twice', async () => {
  const documentCode = await startDocument();
  const key = { 'idempotency-key': randomUUID() };
  const first = await world.call('lan', 'POST', '/plans', planInput(documentCode), key);
  const again = await world.call('lan', 'POST', '/plans', planInput(documentCode), key);
  expect(first.status).toBe(201);
  expect(again.body).toEqual(first.body);
  const other = await world.call('lan', 'POST', '/plans', { ...planInput(documentCode), name: 'Khác' }, key);
  expect(other).toMatchObject({ status: 409, body: { error: { code: 'COMMAND_ID_REUSED' } } });

  const path = `/plans/${first.body.code}/commands`;
  const command = { commandId: randomUUID(), expectedVersion: 1, type: 'comment', text: 'một lần' };
  const answers = await Promise.all([1, 2, 3].map(() => world.call('lan', 'POST', path, command)));
  expect(answers.map(({ body }) => body.version)).toEqual([1, 1, 1]);
  expect(await world.call('lan', 'POST', path, { ...command, text: 'khác' })).toMatchObject({
    status: 409,
    body: { error: { code: 'COMMAND_ID_REUSED' } },
  });
  const taken = await world.call('lan', 'POST', '/plans', {
    ...planInput(documentCode),
    code: first.body.code,
  });
  expect(taken).toMatchObject({ status: 409, body: { error: { code: 'CODE_TAKEN', field: 'code' } } });
});

test('a stale tab, four eyes and a missing reason are said plainly', async () => {
  const documentCode = await startDocument();
  const { body } = await world.call('hoa', 'POST', '/plans', planInput(documentCode));
  const plan = `/plans/${body.code}`;
  await give('hoa', plan, { type: 'submit' });
  const { contentHash } = await read('hoa', plan);
  const command = { commandId: randomUUID(), expectedVersion: 1, type: 'approve', contentHash };
  expect(await world.call('duc', 'POST', `${plan}/commands`, command)).toMatchObject({
    status: 409,
    body: { error: { code: 'STALE_VERSION', details: { version: 2 } } },
  });
  expect(await give('hoa', plan, { type: 'approve' })).toMatchObject({
    status: 403,
    body: { error: { code: 'FOUR_EYES', logId: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
  });
  expect(await give('duc', plan, { type: 'return', reason: ' ' })).toMatchObject({
    status: 422,
    body: { error: { code: 'REASON_REQUIRED', field: 'reason' } },
  });
  expect(await give('duc', plan, { type: 'reassign', to: 'nobody' })).toMatchObject({
    status: 422,
    body: { error: { code: 'UNKNOWN_PERSON', field: 'to' } },
  });
});

test('a plan of another ministry does not exist, and what it names must exist', async () => {
  const documentCode = await startDocument();
  const { body } = await world.call('lan', 'POST', '/plans', planInput(documentCode));
  const command = { commandId: randomUUID(), expectedVersion: 1, type: 'comment', text: 'xin chào' };
  for (const answer of [
    await world.call('stranger', 'GET', `/plans/${body.code}`),
    await world.call('stranger', 'POST', `/plans/${body.code}/commands`, command),
    await world.call('admin', 'GET', `/plans/${uniqueCode('NO')}`),
  ]) {
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } });
  }
  const feed = await read('stranger', '/events?limit=1000');
  expect(feed.items.filter(({ subject }: { subject: string }) => subject.startsWith('plan/'))).toEqual([]);

  const start = (change: object) =>
    world.call('lan', 'POST', '/plans', { ...planInput(documentCode), ...change });
  const measure = { procedureCode: world.procedures[0], measure: 'amend', documents: [] };
  const cases: [object, string, string][] = [
    [{ leadAgency: 'XXX' }, 'UNKNOWN_AGENCY', 'leadAgency'],
    [{ coAgencies: [world.home, 'XXX'] }, 'UNKNOWN_AGENCY', 'coAgencies.1'],
    [{ programme: 'XXX' }, 'UNKNOWN_PROGRAMME', 'programme'],
    [{ measures: [{ ...measure, procedureCode: 'XXX' }] }, 'UNKNOWN_PROCEDURE', 'measures.0.procedureCode'],
    [{ measures: [{ ...measure, documents: ['XXX'] }] }, 'UNKNOWN_DOCUMENT', 'measures.0.documents.0'],
    [{ leadAgency: world.elsewhere }, 'FORBIDDEN', 'leadAgency'],
  ];
  for (const [change, code, field] of cases) {
    expect((await start(change)).body, code).toMatchObject({ error: { code, field } });
  }
});

test('is all on record with receipts that fit', async () => {
  expect(await wrongsOnRecord(world)).toEqual([]);
});
