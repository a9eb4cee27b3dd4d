import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Problem } from '../problem.ts';
import { endProcess } from '../process/end-process.ts';
import { identify, isAlive, type ProcessIdentity } from '../process/identity.ts';
import { closeLog, logSize, openLog, readLogFrom } from '../process/log-file.ts';
import { isPortFree, randomFreePort } from '../process/ports.ts';
import { keepSecret } from '../secrets.ts';
import { findBinaries } from './binaries.ts';
import { failure, initialiseCluster } from './initialise.ts';
import { findLivingServer } from './postmaster-pid.ts';
import { chooseRunAs } from './run-as.ts';

const USER = 'tinhgon';
const DATABASE = 'tinhgon';
/** Recovery after a crash may replay much; nobody waits longer than this. */
const READY_TIMEOUT_MS = 120_000;

export interface PostgresOptions {
  /** The cluster lies in `postgres/`, its log in `logs/`, its password in `secrets/` of this folder. */
  dataDir: string;
  /** Wanted port; a random free one when absent. A server adopted from an earlier run keeps its own. */
  port?: number;
  /** Server settings, for example `{ fsync: 'off' }` for tests. */
  settings?: Readonly<Record<string, string>>;
  log?: (line: string) => void;
}

export interface RunningPostgres {
  url: string;
  port: number;
  pid: number;
  identity: ProcessIdentity;
  /** Whether it was found running on its data instead of being started. */
  adopted: boolean;
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL on its data folder, or adopts the one that already runs there. Throws a Problem. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const cluster = join(options.dataDir, 'postgres');
  const logFile = join(options.dataDir, 'logs', 'postgres.log');
  mkdirSync(options.dataDir, { recursive: true });
  const password = keepSecret(options.dataDir, 'postgres-password');

  const living = findLivingServer(cluster);
  if (living !== undefined) {
    options.log?.(`PostgreSQL is already running (process ${living.identity.pid})`);
    await waitUntilReady(living.port, password, living.identity, logFile, 0);
    return running(living.port, password, living.identity, true);
  }

  const runAs = chooseRunAs(findBinaries(), cluster);
  initialiseCluster(runAs, cluster, { user: USER, password });
  const port = options.port ?? (await randomFreePort());
  if (!(await isPortFree(port)))
    throw new Problem('PORT_TAKEN', { port, what: 'PostgreSQL', variable: 'POSTGRES_PORT' });

  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  };
  const [program = '', ...args] = [
    ...runAs.prefix,
    runAs.binaries.postgres,
    '-D',
    cluster,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const logStart = logSize(logFile);
  const log = openLog(logFile);
  const { uid, gid } = runAs;
  const child = spawn(program, args, {
    // Its own session: Ctrl+C in the terminal must reach the launcher alone, which ends the parts in order.
    detached: true,
    stdio: ['ignore', log, log],
    ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
  });
  closeLog(log);
  child.on('error', () => {});
  child.unref();
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (identity === undefined) throw failure(readLogFrom(logFile, logStart));
  const server = running(port, password, identity, false);
  try {
    await waitUntilReady(port, password, identity, logFile, logStart);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

function running(
  port: number,
  password: string,
  identity: ProcessIdentity,
  adopted: boolean,
): RunningPostgres {
  return {
    url: urlOf(port, password, DATABASE),
    port,
    pid: identity.pid,
    identity,
    adopted,
    // SIGINT is PostgreSQL's fast shutdown: sessions are cut, data is written. SIGTERM would wait for every session.
    stop: async () => {
      await endProcess(identity, { signal: 'SIGINT', graceMs: 8_000 });
    },
  };
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

async function waitUntilReady(
  port: number,
  password: string,
  identity: ProcessIdentity,
  logFile: string,
  logStart: number,
): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres') });
    try {
      await client.connect();
      const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
      if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
      return;
    } catch (error) {
      if (!isAlive(identity)) throw failure(readLogFrom(logFile, logStart));
      if (Date.now() > deadline) throw new Problem('POSTGRES_FAILED', { reason: String(error) }, error);
    } finally {
      await client.end().catch(() => {});
    }
    await sleep(60);
  }
}
