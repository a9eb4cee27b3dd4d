import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../src/create-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a connection lost between two statements of a transaction fails that transaction and nothing else', async () => {
  const lost: string[] = [];
  const db = createDatabase(database.url, { onConnectionLost: (error) => lost.push(error.message) });
  const pid = sql<{ pid: number }>`select pg_backend_pid() as pid`;
  const torn = db.transaction().execute(async (trx) => {
    const { rows } = await pid.execute(trx);
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(database.db);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await pid.execute(trx);
  });
  await expect(torn).rejects.toThrow(/Connection terminated|not queryable|administrator command/);
  expect(lost).toContain('terminating connection due to administrator command');
  expect((await pid.execute(db)).rows).toHaveLength(1);
  await db.destroy();
});
