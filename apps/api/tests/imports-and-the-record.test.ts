import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryOut, codeOf, give, read, upload } from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const SIGNED = { number: '1/2025/TT', signedOn: '2024-01-05', inForceOn: '2024-02-01' };
const documentRow = (code: string, change: object = {}) => ({
  code,
  type: 'circular',
  title: 'Thông tư cũ',
  programme: world.programme,
  leadAgency: world.home,
  ...SIGNED,
  ...change,
});
const evidenceRow = (documentCode: string, change: object = {}) => ({
  documentCode,
  procedureCode: world.procedures[0],
  measure: 'amend',
  announcementNumber: '9/QĐ',
  announcedOn: '2024-02-05',
  databaseReference: 'CSDL-9',
  enteredOn: '2024-02-06',
  ...change,
});
const inserted = async (kind: string, ...rows: object[]) =>
  expect(await upload(world, kind, rows)).toMatchObject({ status: 200, body: { problems: [] } });
const kinds = ({ evidence }: { evidence: { kind: string }[] }) => evidence.map(({ kind }) => kind).toSorted();

describe('a file', () => {
  const waiting = { step: 'draft-announcement', stepSince: '2024-02-02' };

  test('changes nothing that had been known before it', async () => {
    const { programme, home, procedures } = world;
    const knownAt = new Date().toISOString();
    const asked = (known: string) =>
      Promise.all([
        read(world, 'lan', `/programmes/${programme}/totals?asAt=2024-12-31${known}`),
        read(world, 'lan', `/procedures?asAt=2024-12-31&programme=${programme}${known}`),
        read(world, 'lan', `/procedures?asAt=2024-12-31${known}`),
      ]);
    const then = await asked(`&knownAt=${knownAt}`);
    const code = uniqueCode('TT');
    const plan = { code: uniqueCode('PA'), programme, year: 2023, name: 'Cũ', leadAgency: home };
    const measures = [{ procedureCode: procedures[1], measure: 'amend', documents: [code] }];
    const carried = { procedureCode: procedures[1], planCode: plan.code };
    await inserted('documents', documentRow(code));
    await inserted('plans', { ...plan, phase: 'done', approvedOn: '2023-06-01', measures });
    await inserted('evidence', evidenceRow(code), evidenceRow(code, carried));
    const baseline = { programme, date: '2024-06-30', reason: 'Rà soát' };
    await inserted('baselines', ...procedures.map((procedureCode) => ({ ...baseline, procedureCode })));
    expect(await asked(`&knownAt=${knownAt}`)).toEqual(then);
    const [now] = await asked('');
    expect(now).toMatchObject({ simplified: 2, baseline: { count: 5 }, sharePercent: 40 });
    expect(then[0]).toMatchObject({ simplified: 0, baseline: null });

    for (const [kind, row] of [
      ['documents', documentRow(uniqueCode('TT'), { recordedOn: '2024-02-01' })],
      ['evidence', evidenceRow(code, { procedureCode: procedures[2], recordedOn: '2024-03-01' })],
      ['baselines', { ...baseline, procedureCode: procedures[0], recordedOn: '2024-06-30' }],
    ] as const) {
      expect((await upload(world, kind, [row])).status, kind).toBe(422);
    }
  });

  test('whose document somebody has begun to work on is refused, not lost', async () => {
    const document = `/documents/${uniqueCode('TT')}`;
    await inserted('documents', documentRow(codeOf(document), waiting));
    const stale = await give(world, 'lan', document, { type: 'submit', expectedVersion: 77 });
    expect(stale).toMatchObject({ status: 409, body: { error: { code: 'STALE_VERSION' } } });
    expect(await upload(world, 'evidence', [evidenceRow(codeOf(document))])).toMatchObject({
      status: 422,
      body: { problems: [{ row: 1, column: 'documentCode', code: 'CONFLICT' }] },
    });
    await carryOut(world, document, [['lan', { type: 'comment', text: 'tiếp tục' }]]);
    expect(kinds(await read(world, 'lan', document))).toEqual(['promulgation']);
  });

  test('that came first is kept by the work that follows', async () => {
    const document = `/documents/${uniqueCode('TT')}`;
    await inserted('documents', documentRow(codeOf(document), waiting));
    await inserted('evidence', evidenceRow(codeOf(document)));
    const before = await read(world, 'lan', document);
    expect(kinds(before)).toEqual(['announcement', 'database-entry', 'promulgation']);
    await give(world, 'lan', document, { type: 'submit', expectedVersion: 77 });
    await carryOut(world, document, [['lan', { type: 'comment', text: 'đã nhập' }]]);
    expect((await read(world, 'lan', document)).evidence).toEqual(before.evidence);
  });

  test('announces nothing before it was signed', async () => {
    const code = uniqueCode('TT');
    await inserted('documents', documentRow(code));
    const early = { announcedOn: '2020-01-01', enteredOn: '2020-01-02' };
    expect(await upload(world, 'evidence', [evidenceRow(code, early)])).toMatchObject({
      status: 422,
      body: { problems: [{ row: 1, column: 'announcedOn', code: 'DATE_ORDER' }] },
    });
  });

  test('overwrites no evidence and no document that has some', async () => {
    const code = uniqueCode('TT');
    const row = documentRow(code);
    await inserted('documents', row);
    await inserted('evidence', evidenceRow(code));
    const before = await read(world, 'lan', `/documents/${code}`);
    const { number: _number, signedOn: _signedOn, inForceOn: _inForceOn, ...unsigned } = row;
    const refused: [string, object][] = [
      ['documents', { ...unsigned, title: 'Tên khác', leadAgency: world.elsewhere }],
      ['documents', { ...row, inForceOn: '2025-02-01' }],
      ['documents', { ...row, title: 'Tên khác' }],
      ['evidence', evidenceRow(code, { enteredOn: '2024-03-06' })],
      ['evidence', evidenceRow(code, { announcementNumber: '10/QĐ' })],
    ];
    for (const [kind, changed] of refused) {
      expect(await upload(world, kind, [changed]), JSON.stringify(changed)).toMatchObject({
        status: 422,
        body: { problems: [{ row: 1, code: 'CONFLICT' }] },
      });
    }
    expect(await read(world, 'lan', `/documents/${code}`)).toEqual(before);
    const added = evidenceRow(code, { procedureCode: world.procedures[3] });
    expect((await upload(world, 'evidence', [evidenceRow(code), added])).body).toMatchObject({
      added: 1,
      changed: 0,
      unchanged: 1,
    });
  });
});
