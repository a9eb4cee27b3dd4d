import { createDatabase } from '../create-database.ts';
import { reconcileRecord } from '../record/reconcile-record.ts';
import { databaseUrl } from './database-url.ts';

const db = createDatabase(databaseUrl(), { applicationName: 'tinhgon-reconcile', maxConnections: 1 });
try {
  const { broken, differences } = await reconcileRecord(db);
  for (const { subject, epoch, seq, problem } of broken) {
    console.error(`event ${seq} of ${subject} (epoch ${epoch}): ${problem}`);
  }
  for (const { table, row, problem } of differences) console.error(`${table} ${row}: ${problem}`);
  if (broken.length + differences.length > 0) process.exitCode = 1;
  else console.log('Every row follows from the events, and every event is what it was.');
} finally {
  await db.destroy();
}
