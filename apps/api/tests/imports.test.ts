import { randomUUID } from 'node:crypto';
import { importResult, IMPORT_KINDS, type ImportResult } from '@tinhgon/rules/views/import';
import writeXlsx from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answerOf, openWorld, type Player, type World } from './world.ts';

const CSV = 'text/csv';
const JSON_TYPE = 'application/json';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ROWS_OF_A_LARGE_FILE = 10_000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

interface Upload {
  readonly player?: Player | null;
  readonly type?: string;
  readonly query?: string;
}

async function upload(
  kind: string,
  body: string | Buffer,
  { player = 'office', type = CSV, query = '' }: Upload = {},
) {
  const authorization = player && { authorization: `Bearer ${await world.token(player)}` };
  const response = await fetch(`${world.url}/api/v1/imports?kind=${kind}${query}`, {
    method: 'POST',
    headers: { 'content-type': type, ...authorization },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return answerOf(response);
}

const counts = ({ body }: Answer) => {
  const { added, changed, unchanged, problems } = importResult.parse(body) as ImportResult;
  return { added, changed, unchanged, problems: problems.length };
};
const storedProcedures = async (prefix: string) =>
  world.database.db
    .selectFrom('procedure')
    .selectAll()
    .where('code', 'like', `${prefix}%`)
    .orderBy('code')
    .execute();

describe('one file after another', () => {
  test('procedures from csv, xlsx and json; the same file twice changes nothing', async () => {
    const csv = `Mã;Tên;Cơ quan quản lý\r\nx.1;"=HYPERLINK(""http://x"")";${world.home}\r\nx.2;${'Hộ tịch'.normalize('NFD')};${world.home}\r\n`;
    expect(counts(await upload('procedures', `\ufeff${csv}`))).toEqual({
      added: 2,
      changed: 0,
      unchanged: 0,
      problems: 0,
    });
    expect(counts(await upload('procedures', csv))).toEqual({
      added: 0,
      changed: 0,
      unchanged: 2,
      problems: 0,
    });
    const xlsx = await writeXlsx([
      ['Code', 'Name', 'Agency in charge'].map((value) => ({ value })),
      ['x.2', 'Hộ tịch', world.home].map((value) => ({ value })),
      ['x.3', 'Cư trú', world.home].map((value) => ({ value })),
    ]).toBuffer();
    expect(counts(await upload('procedures', Buffer.from(xlsx), { type: XLSX }))).toMatchObject({
      added: 1,
      unchanged: 1,
    });
    const json = JSON.stringify([{ code: 'x.3', nameVi: 'Cư trú (mới)', ministry: world.home }]);
    expect(counts(await upload('procedures', json, { type: JSON_TYPE }))).toMatchObject({
      added: 0,
      changed: 1,
    });
    expect((await storedProcedures('x.')).map(({ name_vi }) => name_vi)).toEqual([
      '=HYPERLINK("http://x")',
      'Hộ tịch'.normalize('NFC'),
      'Cư trú (mới)',
    ]);
  });

  test('a dry run counts and writes nothing', async () => {
    const answer = await upload('procedures', `code,nameVi,ministry\ndry.1,A,${world.home}\n`, {
      query: '&dryRun=true',
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ dryRun: true, added: 1, problems: [] });
    expect(await storedProcedures('dry.')).toEqual([]);
  });

  test('one wrong row and nothing is written; row, column, value and a sentence say what', async () => {
    const csv = `Mã;Tên;Cơ quan quản lý\nbad.1;A;${world.home}\nbad.2;B;KHONG-CO\n`;
    const answer = await upload('procedures', csv, { query: '&lang=en' });
    expect(answer.status).toBe(422);
    expect(answer.body.error).toMatchObject({ code: 'IMPORT_HAS_ERRORS' });
    expect(answer.body.problems).toEqual([
      {
        row: 3,
        column: 'Cơ quan quản lý',
        code: 'UNKNOWN_AGENCY',
        value: 'KHONG-CO',
        message: expect.stringMatching(/\.$/),
      },
    ]);
    expect(await storedProcedures('bad.')).toEqual([]);
    const dry = await upload('procedures', csv, { query: '&dryRun=true' });
    expect([dry.status, dry.body.problems.length, dry.body.error]).toEqual([200, 1, undefined]);
  });

  test('evidence makes procedures of a baseline count', async () => {
    const { programme, home, procedures } = world;
    const [first, second] = procedures;
    const send = async (kind: string, rows: readonly object[]) =>
      expect(counts(await upload(kind, JSON.stringify(rows), { type: JSON_TYPE }))).toMatchObject({
        added: rows.length,
        problems: 0,
      });
    await send(
      'baselines',
      [first, second].map((procedureCode) => ({
        programme,
        date: '2021-01-01',
        reason: 'Rà soát',
        procedureCode,
      })),
    );
    const document = { type: 'circular', title: 'Sửa đổi', programme, leadAgency: home };
    await send('documents', [
      { code: 'TT-past', ...document, number: '1/2022/TT', signedOn: '2022-01-10', inForceOn: '2022-03-01' },
    ]);
    const plan = {
      code: 'PA-past',
      programme,
      year: 2021,
      name: 'Đơn giản hóa',
      leadAgency: home,
      phase: 'done',
    };
    await send('plans', [
      { ...plan, measures: [{ procedureCode: first, measure: 'abolish', documents: ['TT-past'] }] },
    ]);
    const evidence = {
      documentCode: 'TT-past',
      procedureCode: first,
      measure: 'abolish',
      planCode: 'PA-past',
      announcementNumber: '9/QĐ',
      announcedOn: '2022-02-01',
      databaseReference: 'CSDL-9',
      enteredOn: '2022-02-03',
    };
    await send('evidence', [evidence]);
    const totals = await world.call('office', 'GET', `/programmes/${programme}/totals?asAt=2022-12-31`);
    expect(totals.body).toMatchObject({ simplified: 1, baseline: { count: 2 }, sharePercent: 50 });
    const elsewhere = await upload('evidence', JSON.stringify([{ ...evidence, procedureCode: second }]), {
      type: JSON_TYPE,
    });
    expect(elsewhere.body.problems).toMatchObject([{ row: 1, column: 'planCode', code: 'NOT_LINKED' }]);
  });
});

test('an imported open plan runs at its step, and a file cannot change it any more', async () => {
  const { programme, home, procedures } = world;
  const plan = {
    code: 'PA-open',
    programme,
    year: 2026,
    name: 'Đơn giản hóa thủ tục cư trú',
    leadAgency: home,
    step: 'quality-check',
    stepSince: '2026-01-05',
    drafter: 'lan',
    measures: [{ procedureCode: procedures[2], measure: 'cut-papers', documents: ['TT-open'] }],
  };
  const document = { code: 'TT-open', type: 'circular', title: 'Sửa đổi', programme, leadAgency: home };
  await upload('documents', JSON.stringify([document]), { type: JSON_TYPE });
  const answer = await upload('plans', JSON.stringify([plan]), { type: JSON_TYPE });
  expect(answer.body).toMatchObject({ added: 1, toStart: 1, problems: [] });
  const { body: seen } = await world.call('duc', 'GET', '/plans/PA-open');
  expect(seen).toMatchObject({ phase: 'submitted', createdBy: { id: 'lan' } });
  expect(seen.steps.find(({ key }: { key: string }) => key === 'quality-check')).toMatchObject({
    status: 'overdue',
  });

  const command = {
    commandId: randomUUID(),
    expectedVersion: seen.version,
    type: 'approve',
    contentHash: seen.contentHash,
  };
  // Its workflow is started after the import; until then the command may be sent again.
  await expect
    .poll(async () => (await world.call('duc', 'POST', '/plans/PA-open/commands', command)).status, {
      timeout: 20_000,
    })
    .toBe(200);
  expect(counts(await upload('plans', JSON.stringify([plan]), { type: JSON_TYPE }))).toMatchObject({
    unchanged: 1,
    problems: 0,
  });
  const other = await upload('plans', JSON.stringify([{ ...plan, name: 'Khác' }]), { type: JSON_TYPE });
  expect([other.status, other.body.problems]).toMatchObject([
    422,
    [{ row: 1, column: 'code', code: 'CONFLICT', value: 'PA-open' }],
  ]);
});

test(`${ROWS_OF_A_LARGE_FILE} procedures in seconds, telling how far it is`, async () => {
  const lines = Array.from(
    { length: ROWS_OF_A_LARGE_FILE },
    (_, index) => `big.${index},Thủ tục số ${index},${world.home}`,
  );
  const response = await fetch(`${world.url}/api/v1/imports?kind=procedures&progress=ndjson`, {
    method: 'POST',
    headers: { 'content-type': CSV, authorization: `Bearer ${await world.token('office')}` },
    body: `code,nameVi,ministry\n${lines.join('\n')}\n`,
  });
  const told = (await response.text())
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
  const progress = told.slice(0, -1) as { done: number; of: number }[];
  expect(progress.length).toBeGreaterThan(1);
  expect(progress.map(({ done }) => done)).toEqual(
    progress.map(({ done }) => done).toSorted((a, b) => a - b),
  );
  expect(told.at(-1)).toMatchObject({ result: { added: ROWS_OF_A_LARGE_FILE, problems: [] } });
  expect((await storedProcedures('big.')).length).toBe(ROWS_OF_A_LARGE_FILE);
});

describe('what is refused', () => {
  test('problems of a file reach the last line of the progress', async () => {
    const answer = await upload('procedures', 'a,b\n"1', { query: '&progress=ndjson&lang=en' });
    expect(answer.body.error).toMatchObject({ code: 'INVALID_INPUT', field: 'file' });
  });

  test.each([
    [null, 401],
    ['lan', 403],
    ['admin', 403],
    ['auditor', 403],
  ] as const)('%s may not import: %d', async (player, status) => {
    expect((await upload('procedures', 'code', { player })).status).toBe(status);
  });

  test.each([
    ['procedures', 'text', { type: 'application/pdf' }, 415, 'UNSUPPORTED_FILE'],
    ['procedures', 'PK\u0003\u0004', { type: XLSX }, 415, 'UNSUPPORTED_FILE'],
    ['procedures', '', {}, 400, 'INVALID_INPUT'],
    ['procedures', Buffer.from([0xff, 0xfe, 0x00]), {}, 400, 'INVALID_INPUT'],
    ['procedures', '{"a":1,"a":2}', { type: JSON_TYPE }, 400, 'INVALID_INPUT'],
    ['wishes', 'a', {}, 400, 'INVALID_INPUT'],
    ['procedures', 'a', { query: '&dryRun=perhaps' }, 400, 'INVALID_INPUT'],
    ['procedures', 'a', { query: '&colour=red' }, 400, 'INVALID_INPUT'],
    ['procedures', Buffer.alloc(33 * 1024 * 1024, 0x20), {}, 413, 'TOO_LARGE'],
    ['procedures', `code\n${'x\n'.repeat(100_001)}`, {}, 413, 'TOO_LARGE'],
  ] as const)('%s %# is refused', async (kind, body, options, status, code) => {
    const answer = await upload(kind, body, options);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });
});

describe('forms and templates', () => {
  const form = (name: string, bytes: string | Uint8Array<ArrayBuffer>, type: string) => {
    const data = new FormData();
    data.append('file', new Blob([bytes], { type }), name);
    return data;
  };
  const post = async (body: FormData) =>
    answerOf(
      await fetch(`${world.url}/api/v1/imports?kind=procedures&dryRun=true`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await world.token('office')}` },
        body,
      }),
    );

  test('a form carries one file', async () => {
    const answer = await post(
      form('thủ tục.csv', `code,nameVi,ministry\nf.1,A,${world.home}\n`, 'application/octet-stream'),
    );
    expect(answer.body).toMatchObject({ rows: 1, added: 1 });
  });

  test('a form without a file, or one too large, is refused', async () => {
    const empty = new FormData();
    empty.append('note', 'x');
    expect((await post(empty)).status).toBe(400);
    const large = await post(form('a.csv', new Uint8Array(33 * 1024 * 1024), CSV));
    expect([large.status, large.body.error.code]).toEqual([413, 'TOO_LARGE']);
  });

  test.each(IMPORT_KINDS)('the template of %s has the columns the import wants', async (kind) => {
    for (const language of ['vi', 'en']) {
      const template = await world.call('office', 'GET', `/imports/template?kind=${kind}&lang=${language}`);
      expect(template.headers.get('content-type')).toContain('text/csv');
      const answer = await upload(kind, template.body, { query: '&dryRun=true' });
      const codes = answer.body.problems.map(({ code }: { code: string }) => code);
      // The example names codes this system does not know; its form is right.
      for (const code of codes) expect(code).toMatch(/^UNKNOWN_(?!COLUMN)|NOT_FOUND/);
      expect(answer.body.rows).toBe(1);
    }
  });
});
