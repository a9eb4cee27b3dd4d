import type { Actor } from '@tinhgon/rules/actor';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAnything } from '../src/queries/search/find-anything.ts';
import { searchKey, searchPatterns } from '../src/search-key.ts';

/** More than are looked at by name before all are. */
const ROWS = 4_500;
const KINDS = ['procedure', 'plan'] as const;
const BEGINS = ['Cấp', 'Đăng ký', 'Ê đê', 'Thu hồi'];
const ABOUT = ['giấy phép', 'khai sinh', 'đất đai', 'xăng dầu', 'hộ tịch', 'ăn uống', 'y tế'];

const person = (roles: Actor['roles'], agency: string): Actor => ({
  id: 'reader',
  name: 'Reader',
  agency,
  roles,
  assignments: [],
});
const READERS = [person(['supervisor'], 'BTP'), person([], 'BYT'), person([], 'BCA')];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const lines = Array.from({ length: ROWS }, (_, at) => {
    const rare = at % 1_499 === 7 ? ' hiếm' : '';
    const name = `${BEGINS[(at * 31) % 4]} ${ABOUT[(at * 17) % 7]}${rare} ${at}`;
    // Few codes begin with a digit that many names hold.
    const procedure = `${at % 1_200 === 5 ? 7 : 1 + (at % 3)}.${String(at).padStart(6, '0')}`;
    const plan = `${at % 2 ? 'BYT' : 'BTP'}-2026-${at}`;
    return {
      name,
      procedure,
      plan,
      procedureKey: searchKey(procedure, name),
      planKey: searchKey(plan, name),
    };
  });
  const rows = sql`json_to_recordset(${JSON.stringify(lines)}::json)
    as row(name text, procedure text, plan text, "procedureKey" text, "planKey" text)`;
  await sql`insert into procedure (code, name_vi, search) select procedure, name, "procedureKey" from ${rows}`.execute(
    db,
  );
  await sql`
    insert into plan (code, programme, year, name, lead_agency, co_agencies, phase, content, editors, taken_part, search, state)
    select plan, '896', 2026, name, left(plan, 3), '{}', 'drafting', '', '{}', '{}', "planKey", '{}' from ${rows}`.execute(
    db,
  );
});
afterAll(() => database?.drop());

const WORDS = 'cấp,giấy,phép,đăng ký,xăng,hiếm,7,44,99,1.,btp,BYT-2026-4,2.0,%,zz'.split(',');

test('what is found is the first of all that match, however many do', async () => {
  const { db } = database;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...KINDS),
      fc.constantFrom(...READERS),
      fc.constantFrom(1, 8, 20),
      async (words, kind, reader, limit) => {
        const q = words.join(' ');
        const name = sql.ref(kind === 'plan' ? 'name' : 'name_vi');
        const seen =
          kind === 'procedure' || reader.roles.length > 0 ? sql`true` : sql`lead_agency = ${reader.agency}`;
        const all = await sql<{ code: string }>`
          select code from ${sql.table(kind)}
          where search like all(${searchPatterns(q)}) and ${seen}
          order by starts_with(lower(code), ${searchKey(q)}) desc, ${name} collate "vi-x-icu", code
          limit ${limit}`.execute(db);
        const found = await findAnything(db, reader, { q, kinds: [kind], limit });
        expect(found.map(({ code }) => code)).toEqual(all.rows.map(({ code }) => code));
      },
    ),
    { numRuns: 150 },
  );
});
