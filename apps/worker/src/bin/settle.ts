/**
 * Program: brings Temporal up to a restored record. Run it before any worker or API is started; ends with 1, having
 * left them alone, when workflows know of more than the record.
 */
import { openKeyRing } from '@tinhgon/commands/receipts/key-ring';
import { createDatabase } from '@tinhgon/database/create-database';
import { pino } from 'pino';
import { loadBundle } from '../bundle.ts';
import { readConfig } from '../config.ts';
import { connect } from '../connect.ts';
import { deploymentOf } from '@tinhgon/commands/deployment';
import { settle } from '../settle.ts';

const log = pino({ level: 'warn', base: { app: 'settle' } });
const config = readConfig({ ...process.env, TZ: 'UTC' });
const db = createDatabase(config.DATABASE_URL, { applicationName: 'tinhgon-settle' });
const { connection, client, namespace, dataConverter } = await connect(config, log);
try {
  const keyRing = config.RECEIPT_KEYS_FILE === undefined ? null : openKeyRing(config.RECEIPT_KEYS_FILE);
  const deployment = deploymentOf(config, keyRing);
  const taskQueue = config.TEMPORAL_TASK_QUEUE;
  const bundle = await loadBundle();
  const report = await settle({
    connection,
    client,
    namespace,
    dataConverter,
    taskQueue,
    db,
    deployment,
    keyRing,
    bundle,
    log,
  });
  for (const subject of report.followed) process.stdout.write(`${subject}\tgoes on from the record\n`);
  for (const subject of report.ahead) process.stderr.write(`${subject}\tknows of more than the record\n`);
  process.stdout.write(
    `${report.followed.length} go on from the record, ${report.begun} begun, ${report.ahead.length} ahead of it\n`,
  );
  process.exitCode = report.ahead.length > 0 ? 1 : 0;
} finally {
  await connection.close();
  await db.destroy();
}
