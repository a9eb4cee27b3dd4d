import type { Actor } from '@tinhgon/rules/actor';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { costPlans } from '../src/queries/cost/cost-plans.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await sql`
    insert into plan (code, programme, year, name, lead_agency, co_agencies, phase, content, editors, taken_part, search, state)
    values ('P-1', '896', 2026, 'Tên mới', 'BNV', '{}', 'approved', '', '{}', '{}', 'p-1', '{}')`.execute(db);
  for (const [from, to, title, agency] of [
    ['2026-01-01', '2026-06-01', 'Tên cũ', 'BTP'],
    ['2026-06-01', null, 'Tên mới', 'BNV'],
  ])
    await sql`
      insert into subject_period (subject, from_at, to_at, known_from, phase, agency, title)
      values ('plan/P-1', ${from}, ${to}, ${from}, 'approved', ${agency}, ${title})`.execute(db);
  await sql`
    insert into proposed_cell (programme, plan_code, known_from, ministries, in_charge_from, procedures, sheets,
      current, proposed, real, estimate)
    values ('896', 'P-1', '2026-02-01', '{}', '2026-01-01', 1, 1, 1000, 300, 700, 0)`.execute(db);
});
afterAll(() => database?.drop());

const reader: Actor = { id: 'a', name: 'A', agency: 'BTP', roles: ['supervisor'], assignments: [] };
const linesOf = async (asAt: string, ministry?: string) => {
  const asked = { programme: '896', asAt, knownAt: '2026-11-01T00:00:00.000Z', limit: 50, ministry };
  const { items, total } = await costPlans(database.db, reader, asked);
  return { total, items: items.map(({ name, ministry: of, saving }) => [name, of.code, saving]) };
};

test('what a plan saves stands under the name and agency it had on the day', async () => {
  expect(await linesOf('2026-03-01')).toEqual({ total: 1, items: [['Tên cũ', 'BTP', 700]] });
  expect(await linesOf('2026-07-01')).toEqual({ total: 1, items: [['Tên mới', 'BNV', 700]] });
  expect((await linesOf('2026-03-01', 'BTP')).total).toBe(1);
  expect(await linesOf('2026-03-01', 'BNV')).toEqual({ total: 0, items: [] });
  expect((await linesOf('2026-07-01', 'BNV')).total).toBe(1);
  expect((await linesOf('2026-01-15')).total).toBe(0);
});
