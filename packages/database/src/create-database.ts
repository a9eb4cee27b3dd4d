import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { preparing } from './preparing-pool.ts';
import type { Db, Schema } from './schema.ts';

export interface DatabaseOptions {
  /** Shown in `pg_stat_activity`. */
  applicationName?: string;
  maxConnections?: number;
  /** How long to wait for a connection before giving up. */
  connectTimeoutMs?: number;
  /** Longest time one statement may take; 0 is for ever. */
  statementTimeoutMs?: number;
  /** Whether statements are prepared, see `preparing`. */
  prepare?: boolean;
  /** Told of connections lost, idle or in use; the pool replaces them by itself. */
  onConnectionLost?: (error: Error) => void;
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;

/** Instants come out as the rules write them (ISO, UTC, milliseconds), legal dates as `YYYY-MM-DD`. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TIMESTAMPTZ) return (value: string) => new Date(value).toISOString();
    if (oid === DATE) return (value: string) => value;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid);
  },
};

const pools = new WeakMap<Db, pg.Pool>();

/** How many connections of a database made here are in use and idle, and how many askers wait for one. */
export function poolUse(db: Db): Readonly<Record<'used' | 'idle' | 'waiting', number>> {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = pools.get(db) ?? {};
  return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

/**
 * A pool of connections to PostgreSQL 16 or later. Nothing is opened until the first query;
 * `await db.destroy()` closes it.
 */
export function createDatabase(url: string, options: DatabaseOptions = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 5_000,
    statement_timeout: options.statementTimeoutMs ?? 0,
    application_name: options.applicationName ?? 'tinhgon',
  });
  // The pool listens to idle connections alone: one lost between two statements of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', (error) => options.onConnectionLost?.(error)));
  pool.on('error', () => {});
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: options.prepare ? preparing(pool) : pool }),
  });
  pools.set(db, pool);
  return db;
}
