import { createDatabase } from '@tinhgon/database/create-database';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { reconcile } from '../src/reconcile.ts';
import { control, lan } from './people.ts';
import { scenario } from './scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

/** Lets nobody into the worker's database and throws out who is in. */
async function shutDatabase(open: boolean): Promise<void> {
  const name = new URL(worker.databaseUrl).pathname.slice(1);
  const admin = createDatabase(inject('databaseUrl'), { maxConnections: 1 });
  await sql`alter database ${sql.id(name)} allow_connections ${sql.raw(String(open))}`.execute(admin);
  if (!open) {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(admin);
  }
  await admin.destroy();
}

it('decides while the database is out of reach, and the rows follow when it is back', async () => {
  const on = scenario(temporal);
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  await on.startPlan(on.planBegin(code, ['TT-01']));
  await shutDatabase(false);
  const began = Date.now();
  try {
    expect(await on.does(subject, lan, { type: 'submit' })).toMatchObject({ version: 2, projected: false });
    expect(await on.does(subject, control, { type: 'claim' })).toMatchObject({
      version: 3,
      projected: false,
    });
    expect(await on.does(subject, control, { type: 'approve' })).toMatchObject({
      version: 4,
      projected: false,
    });
    expect(Date.now() - began).toBeLessThan(5_000);
  } finally {
    await shutDatabase(true);
  }
  await waitUntil(
    () => on.report(subject),
    ({ ackedSeq }) => ackedSeq === 4,
  );
  const events = await worker.db
    .selectFrom('event')
    .select('seq')
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute();
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  expect(await on.does(subject, lan, { type: 'comment', text: 'Xong' })).toMatchObject({ projected: true });
  const { client, taskQueue } = temporal;
  // The plan's news to a document nobody began have been dropped by then.
  const report = await reconcile({ db: worker.db, client, taskQueue });
  expect(report.differences).toEqual([]);
});
