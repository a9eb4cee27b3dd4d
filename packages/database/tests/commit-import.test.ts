import type { Actor } from '@tinhgon/rules/actor';
import { startOfDay } from '@tinhgon/rules/days';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveProgramme } from '../src/catalogue/save-programme.ts';
import { commitImport } from '../src/imports/commit-import.ts';
import { ImportConflict } from '../src/imports/errors.ts';
import type { DocumentRow, EvidenceRow, PlanRow, ProcedureRow } from '../src/imports/rows.ts';
import { totals } from '../src/queries/programmes/totals.ts';
import { projectedSubject } from '../src/queries/workflows/projected-subject.ts';
import { pendingStarts } from '../src/queries/workflows/pending-starts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await saveProgramme(
    database.db,
    { code: '896', nameVi: 'Đề án 896', nameEn: null, from: '2013-06-08', to: null, publicLicence: null },
    { actor: office, now: NOW },
  );
});
afterAll(() => database.drop());

const NOW = '2026-11-22T03:00:00.000Z';
const LATER = '2026-11-23T03:00:00.000Z';
const office: Actor = {
  id: 'office',
  name: 'Thu',
  agency: 'BTP',
  roles: ['programme-office'],
  assignments: [],
};

const procedure = (code: string, ministry = 'BTP', ministryFrom: string | null = null): ProcedureRow => ({
  code,
  nameVi: `Thủ tục ${code}`,
  nameEn: null,
  field: null,
  level: 'commune',
  users: null,
  ministry,
  ministryFrom,
});
const pastDocument: DocumentRow = {
  code: 'TT-1',
  type: 'circular',
  shortened: false,
  title: 'Thông tư về hộ tịch',
  programme: '896',
  leadAgency: 'BTP',
  number: '1/2024/TT-BTP',
  signedOn: '2024-03-01',
  inForceOn: '2024-05-01',
};
const evidence = (procedureCode: string, facts: Partial<EvidenceRow> = {}): EvidenceRow => ({
  documentCode: 'TT-1',
  procedureCode,
  measure: 'cut-papers',
  announcementNumber: '512/QĐ-BTP',
  announcedOn: '2024-04-10',
  databaseReference: 'CSDL-1',
  enteredOn: '2024-04-12',
  displayedOn: '2024-04-15',
  ...facts,
});
const openPlan: PlanRow = {
  code: 'BTP-2026-001',
  programme: '896',
  year: 2026,
  name: 'Đơn giản hóa hộ tịch',
  leadAgency: 'BTP',
  coAgencies: [],
  phase: 'returned',
  step: 'review',
  stepSince: '2026-11-02',
  deadline: '2026-12-31',
  measures: [{ procedureCode: '1.003', measure: 'amend', documents: ['TT-2'] }],
};

/** After everything these tests write: what is known goes by the clock of the database. */
const EVER = '2100-01-01T00:00:00.000Z';

const simplified = async (asAt: string, knownAt = EVER): Promise<number | undefined> =>
  (await totals(database.db, '896', { asAt, knownAt }))?.simplified;

test('the same file twice is as good as once, for every kind', async () => {
  const { db } = database;
  const ministries = [
    {
      code: 'BTP',
      nameVi: 'Bộ Tư pháp',
      nameEn: null,
      kind: 'ministry' as const,
      parent: null,
      from: '1945-09-02',
      to: null,
      successor: null,
    },
  ];
  const procedures = [
    procedure('1.001'),
    procedure('1.002'),
    procedure('1.003'),
    procedure('1.003', 'BNV', '2025-03-01'),
  ];
  const baselines = ['1.001', '1.002', '1.003'].map((procedureCode) => ({
    programme: '896',
    date: '2024-01-01',
    reason: 'Rà soát',
    procedureCode,
  }));
  const waiting: DocumentRow = { ...pastDocument, code: 'TT-2', title: 'Thông tư mới' };
  for (const key of ['number', 'signedOn', 'inForceOn'] as const) delete waiting[key];
  const files = [
    ['ministries', ministries],
    ['procedures', procedures],
    ['baselines', baselines],
    ['documents', [pastDocument, waiting]],
    ['evidence', [evidence('1.001'), evidence('1.002')]],
    ['plans', [openPlan]],
  ] as const;
  for (const [kind, rows] of files) {
    const dry = await commitImport(db, kind, rows as never, office, NOW, { dryRun: true });
    const first = await commitImport(db, kind, rows as never, office, NOW);
    expect(first, kind).toEqual(dry);
    expect(first.added + first.changed, kind).toBe(rows.length);
    const again = await commitImport(db, kind, rows as never, office, LATER);
    expect(again, kind).toEqual({ added: 0, changed: 0, unchanged: rows.length, toStart: 0 });
  }
  expect(await pendingStarts(db, 10)).toEqual(['document/TT-2', 'plan/BTP-2026-001']);
  expect((await projectedSubject(db, 'plan', 'BTP-2026-001'))?.state).toMatchObject({
    phase: 'returned',
    step: { key: 'review', openedAt: startOfDay('2026-11-02'), dueOn: '2026-12-31' },
  });
});

test('imported evidence counts, as at its dates and as known since it was recorded', async () => {
  expect(await simplified('2024-04-30')).toBe(0);
  expect(await simplified('2024-05-01')).toBe(2);
  const { written_at: written } = await database.db
    .selectFrom('event')
    .select('written_at')
    .where('subject', '=', `document/${pastDocument.code}`)
    .orderBy('position', 'desc')
    .executeTakeFirstOrThrow();
  expect(await simplified('2024-05-01', new Date(Date.parse(written) - 1).toISOString())).toBe(0);
  expect(await simplified('2024-05-01', written)).toBe(2);
});

test('evidence on record is not overwritten by a file, nor the document it stands in', async () => {
  const { db } = database;
  const moved = evidence('1.002', { announcedOn: '2024-06-10' });
  const again = [evidence('1.001'), moved];
  await expect(commitImport(db, 'evidence', again, office, LATER)).rejects.toMatchObject({
    reason: 'on-record',
    codes: [expect.stringMatching(/\/1\.002$/)],
  });
  const renamed = { ...pastDocument, title: 'Tên khác' };
  await expect(commitImport(db, 'documents', [renamed], office, LATER)).rejects.toMatchObject({
    reason: 'on-record',
  });
  expect(await simplified('2024-05-01')).toBe(2);
});

test('a plan open for a procedure that counts takes nothing back', async () => {
  const { db } = database;
  const carryingOut: PlanRow = {
    ...openPlan,
    code: 'BTP-2026-002',
    phase: 'carrying-out',
    approvedOn: '2026-10-01',
    measures: [{ procedureCode: '1.001', measure: 'put-online', documents: ['TT-2'] }],
  };
  delete carryingOut.step;
  await commitImport(db, 'plans', [carryingOut], office, LATER);
  expect(await simplified('2024-06-10')).toBe(2);
});

test('what people work on is not changed by a file, and nothing of the file is written', async () => {
  const { db } = database;
  const other = { ...openPlan, name: 'Tên khác' };
  const fresh = { ...openPlan, code: 'BTP-2026-009' };
  const refused = commitImport(db, 'plans', [fresh, other], office, LATER);
  await expect(refused).rejects.toThrow(ImportConflict);
  await expect(refused).rejects.toMatchObject({ reason: 'live', codes: ['BTP-2026-001'] });
  expect(await projectedSubject(db, 'plan', 'BTP-2026-009')).toBeNull();
});

test('evidence for a plan that does not name the document is refused', async () => {
  const stray = evidence('1.001', { planCode: 'BTP-2026-002' });
  await expect(commitImport(database.db, 'evidence', [stray], office, LATER)).rejects.toMatchObject({
    reason: 'not-linked',
  });
});

test('a document open after its promulgation waits for its evidence', async () => {
  const { db } = database;
  const row: DocumentRow = { ...pastDocument, code: 'TT-4', step: 'public-display', stepSince: '2026-11-10' };
  expect(await commitImport(db, 'documents', [row], office, NOW)).toMatchObject({ added: 1, toStart: 0 });
  expect(await pendingStarts(db, 10)).not.toContain('document/TT-4');
  const shown = { ...evidence('1.002'), documentCode: 'TT-4' };
  delete shown.displayedOn;
  expect(await commitImport(db, 'evidence', [shown], office, NOW)).toMatchObject({ added: 1, toStart: 1 });
  expect(await pendingStarts(db, 10)).toContain('document/TT-4');
  const found = await projectedSubject(db, 'document', 'TT-4');
  expect(found?.state).toMatchObject({ phase: 'carrying-out', steps: [{ key: 'public-display' }] });
  expect(found?.epoch).toBe(1);
});

test('ten thousand procedures come in at once', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => procedure(`9.${String(index).padStart(6, '0')}`));
  const counts = await commitImport(database.db, 'procedures', rows, office, NOW);
  expect(counts.added).toBe(10_000);
});
