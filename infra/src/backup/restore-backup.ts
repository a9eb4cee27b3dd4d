import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../postgres/start-postgres.ts';
import { Problem } from '../problem.ts';
import { backupsIn, walFolder } from './layout.ts';
import { markRestored } from './restored.ts';

const RECOVERY_TIMEOUT_MS = 3_600_000;

/**
 * Restores into an empty data folder: the newest backup and all that was archived after it, or the state as of `at`.
 * The next start brings Temporal up to the restored record. Throws Problem NOT_EMPTY, NO_BACKUP or RESTORE_FAILED.
 */
export async function restoreBackup(options: {
  readonly folder: string;
  readonly dataDir: string;
  readonly at?: string;
}): Promise<{ readonly path: string }> {
  const { dataDir, at } = options;
  const folder = resolve(options.folder);
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new Problem('NOT_EMPTY', { folder: dataDir });
  const backup = backupsIn(folder).findLast(({ wholeAt }) => at === undefined || wholeAt <= at);
  if (backup === undefined) throw new Problem('NO_BACKUP', { folder, at: at ?? '' });

  const half = `${dataDir}.restoring`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  try {
    for (const name of ['postgres', 'secrets', 'installation.json', 'temporal.db']) {
      const source = join(backup.path, name);
      if (existsSync(source)) cpSync(source, join(half, name), { recursive: true });
    }
    // PostgreSQL refuses a folder that others can read.
    for (const name of ['postgres', 'secrets']) chmodSync(join(half, name), 0o700);
    await recover(half, walFolder(folder), at);
    markRestored(half, backup.moment);
  } catch (error) {
    const log = join(half, 'logs', 'postgres.log');
    const reason = existsSync(log) ? whyNot(readFileSync(log, 'utf8')) : '';
    rmSync(half, { recursive: true, force: true });
    if (error instanceof Problem && reason === '') throw error;
    throw new Problem(
      'RESTORE_FAILED',
      { reason: reason === '' ? String(error) : reason, at: at ?? '' },
      error,
    );
  }
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(half, dataDir);
  return { path: backup.path };
}

/** Lets PostgreSQL read on in its log until the moment asked for, and makes what it then holds the beginning of a new life. */
async function recover(dataDir: string, wal: string, at: string | undefined): Promise<void> {
  const settings = {
    archive_mode: 'off',
    // Where the archive ends (`cp` fails), the log ends.
    restore_command: `cp "${wal}/%f" "%p"`,
    recovery_target_action: 'promote',
    // PostgreSQL takes no letters for a zone here.
    ...(at === undefined ? {} : { recovery_target_time: at.replace('T', ' ').replace('Z', '+00') }),
  };
  writeFileSync(join(dataDir, 'postgres', 'recovery.signal'), '');
  const server = await startPostgres({ dataDir, settings });
  try {
    await untilRecovered(server.url);
  } finally {
    await server.stop();
  }
}

async function untilRecovered(url: string): Promise<void> {
  const deadline = Date.now() + RECOVERY_TIMEOUT_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query<{ reading: boolean }>('select pg_is_in_recovery() as reading');
      if (rows[0]?.reading === false) return;
    } finally {
      await client.end();
    }
    if (Date.now() > deadline) throw new Error('recovery takes too long');
    await sleep(100);
  }
}

function whyNot(log: string): string {
  return log.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? '';
}
