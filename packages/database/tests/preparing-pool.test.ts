import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../src/create-database.ts';
import type { Db } from '../src/schema.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.url, { prepare: true, maxConnections: 1 });
});
afterAll(async () => {
  await db?.destroy();
  await database?.drop();
});

const personOf = (id: string) => db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();

test('a statement is prepared once, and answers what it is asked each time', async () => {
  const numbers = [];
  for (const n of [3, 8, 96]) {
    const { rows } = await sql<{ n: number }>`select ${n}::int + 1 as n`.execute(db);
    numbers.push(rows[0]?.n);
  }
  expect(numbers).toEqual([4, 9, 97]);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_prepared_statements where statement like 'select $1::int + 1%'`.execute(
    db,
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test('a column added beside a running process fails its statement once', async () => {
  await expect(personOf('nobody')).resolves.toBeUndefined();
  await sql`alter table person add column added_later text`.execute(database.db);
  await expect(personOf('nobody')).rejects.toMatchObject({ code: '0A000' });
  await expect(personOf('nobody')).resolves.toBeUndefined();
});
