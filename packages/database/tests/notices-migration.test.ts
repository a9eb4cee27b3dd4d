import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { up } from '../src/migrations/0017-notices.ts';
import { searchPatterns } from '../src/search-key.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

it('finds campaigns and inspections that were there before by their words', async () => {
  const { db } = database;
  await sql`drop index event_voided`.execute(db);
  await sql`alter table notification drop column facts`.execute(db);
  for (const table of ['campaign', 'inspection']) {
    await sql`alter table ${sql.table(table)} drop column search`.execute(db);
  }
  const campaign = { title: 'Rà soát điểm nghẽn', question: 'Đường truyền ở đâu còn yếu?' };
  await sql`
    insert into campaign (code, phase, title, answer_by, opened_at, asked, answered, state)
    values ('DRS-1', 'open', ${campaign.title}, '2026-05-15', now(), '{}', '{}', ${JSON.stringify(campaign)}::jsonb)`.execute(
    db,
  );
  await sql`
    insert into inspection (code, phase, agency, subject, opened_at, findings, ended, next_deadline, state)
    values ('KT-1', 'open', 'BYT', 'Công khai', now(), 0, 0, null, '{"subject": "Công khai thủ tục"}')`.execute(
    db,
  );
  // A migration knows no schema; the compiler cannot compare one as large as ours with none.
  await up(db as unknown as Parameters<typeof up>[0]);
  const found = async (table: 'campaign' | 'inspection', asked: string) => {
    let query = db.selectFrom(table).select('code');
    for (const pattern of searchPatterns(asked)) query = query.where('search', 'like', pattern);
    return (await query.execute()).map(({ code }) => code);
  };
  expect(await found('campaign', 'diem nghen duong truyen')).toEqual(['DRS-1']);
  expect(await found('campaign', 'drs-1')).toEqual(['DRS-1']);
  expect(await found('inspection', 'CONG KHAI thủ tục')).toEqual(['KT-1']);
  expect(await found('inspection', 'điểm nghẽn')).toEqual([]);
});
