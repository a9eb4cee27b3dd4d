import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepPayloadKeys } from '@tinhgon/infra/payload-keys';
import { startPostgres } from '@tinhgon/infra/postgres/start-postgres';
import { openRecord } from '@tinhgon/infra/stack/record';
import { findTemporal } from '@tinhgon/infra/temporal/find-temporal';
import { findTestServer } from '@tinhgon/infra/temporal/find-test-server';
import { registerSearchAttributes } from '@tinhgon/infra/temporal/search-attributes';
import { startTemporal } from '@tinhgon/infra/temporal/start-temporal';
import { Connection } from '@temporalio/client';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's URL of the PostgreSQL of this run; tests clone their own databases in it. */
    databaseUrl: string;
    /** Temporal development server of this run, namespace `default`, search attributes registered. */
    temporalAddress: string;
    /** Keys under which this run's payloads are encrypted. */
    payloadKeysFile: string;
    /** Program of the time-skipping server: the tests that need it start their own. */
    testServerPath: string;
  }
}

const QUICK_NOT_SAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** One PostgreSQL and one Temporal for a whole test run, in a folder that is thrown away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(process.env['TINHGON_TEST_DIR'] ?? tmpdir(), 'tinhgon-test-'));
  const undo: (() => Promise<void>)[] = [];
  const teardown = async (): Promise<void> => {
    for (const step of undo.toReversed()) await step();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const postgres = await startPostgres({ dataDir, settings: QUICK_NOT_SAFE });
    undo.push(() => postgres.stop());
    const temporal = await startTemporal({
      binary: await findTemporal(console.log),
      logFile: join(dataDir, 'logs', 'temporal.log'),
      namespace: 'default',
    });
    undo.push(() => temporal.stop());
    openRecord(dataDir).writeProcesses({ temporal: temporal.identity });
    const connection = await Connection.connect({ address: temporal.address });
    await registerSearchAttributes(connection, 'default');
    await connection.close();
    project.provide('databaseUrl', postgres.url);
    project.provide('temporalAddress', temporal.address);
    // Histories that are kept in the repository are kept in the clear.
    const encrypted = process.env['RECORD_HISTORIES'] !== '1';
    project.provide('payloadKeysFile', keepPayloadKeys(dataDir, encrypted));
    project.provide('testServerPath', await findTestServer(console.log));
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}
