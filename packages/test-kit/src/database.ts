import { randomUUID } from 'node:crypto';
import { createDatabase } from '@tinhgon/database/create-database';
import { migrate } from '@tinhgon/database/migrate';
import type { Db } from '@tinhgon/database/schema';
import pg from 'pg';
import { inject } from 'vitest';
import type {} from './global/servers.ts';

export interface TestDatabase {
  readonly db: Db;
  readonly url: string;
  /** Closes connections and drops the database. */
  drop(): Promise<void>;
}

const TEMPLATE = 'tinhgon_template';
/** Any number: one test process at a time makes the template or copies it. */
const TEMPLATE_LOCK = 896_896_002;

/** A migrated, empty database of its own, cloned in some 50 ms from a template made once a run. */
export async function createTestDatabase(adminUrl: string = inject('databaseUrl')): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 0) await makeTemplate(adminUrl, admin);
    await admin.query(`create database ${name} template ${TEMPLATE}`);
  });
  const url = withDatabase(adminUrl, name);
  const db = createDatabase(url, { applicationName: name });
  return {
    db,
    url,
    async drop() {
      await db.destroy();
      await asAdmin(adminUrl, async (admin) => {
        await admin.query(`drop database if exists ${name} with (force)`);
      });
    },
  };
}

/** Migrated under another name first, so that a run that is cut off leaves no half-made template. */
async function makeTemplate(adminUrl: string, admin: pg.Client): Promise<void> {
  const half = `${TEMPLATE}_half`;
  await admin.query(`drop database if exists ${half} with (force)`);
  await admin.query(`create database ${half}`);
  const db = createDatabase(withDatabase(adminUrl, half), { maxConnections: 1 });
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
  await admin.query(`alter database ${half} rename to ${TEMPLATE}`);
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
