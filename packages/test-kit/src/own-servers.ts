import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { openPayloads } from '@tinhgon/commands/payloads/data-converter';
import { archiveTo } from '@tinhgon/infra/backup/archive';
import { keepPayloadKeys } from '@tinhgon/infra/payload-keys';
import { startPostgres } from '@tinhgon/infra/postgres/start-postgres';
import { findTemporal } from '@tinhgon/infra/temporal/find-temporal';
import { registerSearchAttributes } from '@tinhgon/infra/temporal/search-attributes';
import { startTemporal } from '@tinhgon/infra/temporal/start-temporal';
import type { TestTemporal } from './temporal.ts';

export { restoreBackup } from '@tinhgon/infra/backup/restore-backup';
export { takeBackup } from '@tinhgon/infra/backup/take-backup';

export interface OwnServers {
  readonly databaseUrl: string;
  readonly temporal: TestTemporal;
  stop(): Promise<void>;
}

/** PostgreSQL and Temporal on files of a data folder, as an installation has them. */
export async function startOwnServers(dataDir: string, archive?: string): Promise<OwnServers> {
  const postgres = await startPostgres({
    dataDir,
    settings: archive === undefined ? {} : archiveTo(archive),
  });
  const server = await startTemporal({
    binary: await findTemporal(console.log),
    dbFile: join(dataDir, 'temporal.db'),
    logFile: join(dataDir, 'logs', 'temporal.log'),
    namespace: 'default',
  });
  const operator = await Connection.connect({ address: server.address });
  await registerSearchAttributes(operator, 'default');
  await operator.close();
  const connection = await NativeConnection.connect({ address: server.address });
  const namespace = 'default';
  const { dataConverter } = openPayloads(keepPayloadKeys(dataDir));
  const client = new Client({ connection, namespace, dataConverter });
  const close = (): Promise<void> => connection.close();
  return {
    databaseUrl: postgres.url,
    temporal: { connection, client, namespace, dataConverter, taskQueue: 'tinhgon', close },
    stop: async () => {
      await close();
      await server.stop();
      await postgres.stop();
    },
  };
}
