/** Program: compares open workflows with their rows; prints what differs and ends with 1 when something does. */
import { createDatabase } from '@tinhgon/database/create-database';
import { readConfig } from '../config.ts';
import { connect } from '../connect.ts';
import { reconcile } from '../reconcile.ts';

const config = readConfig({ PUBLIC_URL: 'http://localhost', ...process.env, TZ: 'UTC' });
const db = createDatabase(config.DATABASE_URL, { applicationName: 'tinhgon-reconcile' });
const { connection, client } = await connect(config);
try {
  const { compared, differences } = await reconcile({
    db,
    client,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
  });
  for (const { subject, what, workflowSeq, rowSeq } of differences) {
    process.stdout.write(`${subject}\t${what}\tworkflow ${workflowSeq ?? '-'}\trow ${rowSeq ?? '-'}\n`);
  }
  process.stdout.write(`${compared} compared, ${differences.length} differ\n`);
  process.exitCode = differences.length > 0 ? 1 : 0;
} finally {
  await connection.close();
  await db.destroy();
}
