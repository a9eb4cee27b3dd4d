import type { Client } from '@temporalio/client';
import { isMigrated } from '@tinhgon/database/migrate';
import type { Db } from '@tinhgon/database/schema';
import type { Readiness } from '@tinhgon/rules/views/system';
import type { Logger } from 'pino';
import { within } from '../errors/database-silent.ts';

const PATIENCE_MS = 3_000;

interface Asked {
  readonly db: Db;
  readonly temporal: Client;
}

/** Whether what nothing works without answers now. Never fails: silence is an answer. */
export async function askReadiness(
  { db, temporal }: Asked,
  log: Pick<Logger, 'warn'>,
): Promise<Omit<Readiness, 'at'>> {
  const silent = (what: string) => (err: unknown) => {
    log.warn({ err }, `${what} is not ready`);
    return 'silent' as const;
  };
  const { namespace } = temporal.options;
  const [database, server] = await Promise.all([
    within(PATIENCE_MS, isMigrated(db)).then(
      (migrated) => (migrated ? ('ready' as const) : ('behind' as const)),
      silent('database'),
    ),
    within(
      PATIENCE_MS,
      temporal.withDeadline(Date.now() + PATIENCE_MS, () =>
        temporal.workflowService.describeNamespace({ namespace }),
      ),
    ).then(() => 'ready' as const, silent('temporal')),
  ]);
  return { database, temporal: server };
}
