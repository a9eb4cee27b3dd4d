import type { Actor } from '@tinhgon/rules/actor';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { timingOf } from '@tinhgon/rules/clock';
import { addDays } from '@tinhgon/rules/day';
import { documentListInput, documentView } from '@tinhgon/rules/views/document';
import { planListInput, planView } from '@tinhgon/rules/views/plan';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveAssignment } from '../src/catalogue/save-assignment.ts';
import { savePerson } from '../src/catalogue/save-person.ts';
import { commitImport } from '../src/imports/commit-import.ts';
import type { DocumentRow, PlanRow } from '../src/imports/rows.ts';
import { InvalidCursor } from '../src/queries/cursor.ts';
import { getDocument } from '../src/queries/documents/get-document.ts';
import { listDocuments } from '../src/queries/documents/list-documents.ts';
import { getPlan } from '../src/queries/plans/get-plan.ts';
import { listPlans } from '../src/queries/plans/list-plans.ts';

let database: TestDatabase;
const NOW = '2026-11-22T03:00:00.000Z';
const on = { today: '2026-11-22', calendar: VIETNAM_CALENDAR, now: NOW };
const office: Actor = {
  id: 'office',
  name: 'Thu',
  agency: 'BTP',
  roles: ['programme-office'],
  assignments: [],
};
const stranger: Actor = { ...office, id: 'stranger', agency: 'BYT', roles: [] };
const NAMES = ['Dân tộc', 'Đà Nẵng', 'Ea Súp', 'Ê đê', 'Ăn uống', 'An toàn', 'Bảo hiểm'];

const plan = (index: number): PlanRow => ({
  code: `BTP-2026-${index}`,
  programme: '896',
  year: 2026,
  name: NAMES[index % NAMES.length] ?? '',
  leadAgency: 'BTP',
  coAgencies: [],
  phase: 'drafting',
  step: 'review',
  stepSince: '2026-11-02',
  ...(index % 4 === 0 ? {} : { dueOn: addDays('2026-11-17', index % 9) }),
  drafter: 'lan',
  measures: [{ procedureCode: '1.001', measure: 'amend', documents: ['TT-1'], note: 'rút ngắn' }],
});
const document = (index: number): DocumentRow => ({
  code: `TT-${index}`,
  type: 'circular',
  shortened: false,
  title: `Thông tư ${NAMES[index % NAMES.length]}`,
  programme: '896',
  leadAgency: 'BTP',
  step: 'appraisal',
  stepSince: '2026-11-02',
  dueOn: addDays('2026-11-17', index % 9),
  drafter: 'lan',
});

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const stamp = { actor: office, now: NOW };
  const functions = { lan: 'legal-department', mai: 'legal-department', hoa: 'drafter' } as const;
  for (const [id, code] of Object.entries(functions)) {
    const person = {
      id,
      subject: id,
      name: `Người ${id}`,
      email: null,
      agency: 'BTP',
      roles: [],
      active: true,
    };
    await savePerson(db, person, stamp);
    const assignment = {
      id: crypto.randomUUID(),
      personId: id,
      function: code,
      agency: 'BTP',
      from: '2026-01-01',
      to: null,
    };
    await saveAssignment(db, assignment, stamp);
  }
  await commitImport(
    db,
    'documents',
    Array.from({ length: 11 }, (_, index) => document(index)),
    office,
    NOW,
  );
  await commitImport(
    db,
    'plans',
    Array.from({ length: 13 }, (_, index) => plan(index)),
    office,
    NOW,
  );
});
afterAll(() => database.drop());

test('a plan is shown whole, and does not exist for strangers', async () => {
  const { db } = database;
  const found = await getPlan(db, office, 'BTP-2026-1', on);
  const view = planView.parse({ ...found?.view, actions: {}, lanes: [], temporalUrl: null });
  expect(view).toMatchObject({
    leadAgency: { code: 'BTP', name: { vi: 'BTP', en: null } },
    createdBy: { id: 'lan', name: 'Người lan' },
    measures: [{ procedureCode: '1.001', note: 'rút ngắn', documents: ['TT-1'], countsOn: null }],
    documents: [{ code: 'TT-1' }],
    history: [{ seq: 1, type: 'planImported' }],
  });
  expect(view.steps.map(({ key, status }) => `${key} ${status}`)).toEqual([
    'review overdue',
    'quality-check cannot-start',
    'plan-approval cannot-start',
  ]);
  expect(view.steps[0]).toMatchObject({ daysLate: 2, candidates: [{ id: 'hoa', name: 'Người hoa' }] });
  expect(await getPlan(db, stranger, 'BTP-2026-1', on)).toBeNull();
  expect(await getPlan(db, office, 'BTP-2026-99', on)).toBeNull();
});

test('a document names who may act on it: whoever drafted it may not', async () => {
  const found = await getDocument(database.db, stranger, 'TT-1', on);
  const view = documentView.parse({ ...found?.view, actions: {}, temporalUrl: null });
  const appraisal = view.steps.find(({ key }) => key === 'appraisal');
  expect(appraisal?.candidates).toEqual([{ id: 'mai', name: 'Người mai' }]);
  expect(view).toMatchObject({ phase: 'submitted', hidden: 0, content: { title: 'Thông tư Đà Nẵng' } });
});

test('pages follow each other without gap or repetition, in every order', async () => {
  const { db } = database;
  for (const sort of ['due', 'code', 'name'] as const) {
    const whole = await listPlans(db, office, planListInput.parse({ sort }), on);
    expect(whole).toMatchObject({ total: 13, nextCursor: null });
    const codes: string[] = [];
    let cursor: string | null = null;
    do {
      const asked = planListInput.parse({ sort, limit: 4, ...(cursor === null ? {} : { cursor }) });
      const page: Awaited<ReturnType<typeof listPlans>> = await listPlans(db, office, asked, on);
      expect(page.total).toBe(13);
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(codes).toEqual(whole.items.map(({ code }) => code));
    expect(new Set(codes).size).toBe(13);
  }
  for (const sort of ['due', 'code', 'title'] as const) {
    const whole = await listDocuments(db, documentListInput.parse({ sort }), on);
    const first = await listDocuments(db, documentListInput.parse({ sort, limit: 6 }), on);
    const asked = documentListInput.parse({ sort, limit: 6, cursor: first.nextCursor ?? '' });
    const second = await listDocuments(db, asked, on);
    expect([...first.items, ...second.items]).toEqual(whole.items);
    expect(second.nextCursor).toBeNull();
  }
});

test('names are sorted as Vietnamese readers do, undated steps come last', async () => {
  const { db } = database;
  const byName = await listPlans(db, office, planListInput.parse({ sort: 'name' }), on);
  expect([...new Set(byName.items.map(({ name }) => name))]).toEqual([
    'An toàn',
    'Ăn uống',
    'Bảo hiểm',
    'Dân tộc',
    'Đà Nẵng',
    'Ea Súp',
    'Ê đê',
  ]);
  const byDue = await listPlans(db, office, planListInput.parse({}), on);
  const days = byDue.items.map(({ step }) => step?.dueOn ?? '9999-12-31');
  expect(days).toEqual(days.toSorted());
  expect(days.at(-1)).toBe('9999-12-31');
});

test('timing filters give what the rules say of each due day, weekends included', async () => {
  const { db } = database;
  for (const today of ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']) {
    const day = { ...on, today };
    const all = (await listPlans(db, office, planListInput.parse({}), day)).items;
    for (const timing of ['in-time', 'due-soon', 'overdue'] as const) {
      const found = (await listPlans(db, office, planListInput.parse({ timing }), day)).items;
      const expected = all.filter(
        ({ step }) => timingOf(step?.dueOn ?? null, today, VIETNAM_CALENDAR) === timing,
      );
      expect(found, `${today} ${timing}`).toEqual(expected);
    }
  }
});

test('search ignores accents and case and takes wildcards for what they are', async () => {
  const { db } = database;
  const search = async (q: string) =>
    (await listPlans(db, office, planListInput.parse({ q }), on)).items.map(({ name }) => name);
  expect(new Set(await search('da nang'))).toEqual(new Set(['Đà Nẵng']));
  expect(new Set(await search('ĂN   UỐNG'.normalize('NFD')))).toEqual(new Set(['Ăn uống']));
  expect(await search('%')).toEqual([]);
  expect(await search('btp-2026-12')).toHaveLength(1);
});

test('a cursor that is not ours is bad input', async () => {
  const { db } = database;
  for (const cursor of ['x', 'e30', Buffer.from('["2026-13-01","x"]').toString('base64url'), '🙂']) {
    const asked = planListInput.parse({ cursor });
    await expect(listPlans(db, office, asked, on)).rejects.toThrow(InvalidCursor);
  }
});
