import { createDatabase } from '@tinhgon/database';
import { sql } from 'kysely';
import { inject } from 'vitest';

/** Lets nobody into a database and throws out who is in; or lets them in again. */
export async function shut(databaseUrl: string, closed: boolean): Promise<void> {
  const name = new URL(databaseUrl).pathname.slice(1);
  const admin = createDatabase(inject('databaseUrl'), { maxConnections: 1 });
  await sql`alter database ${sql.id(name)} allow_connections ${sql.raw(String(!closed))}`.execute(admin);
  if (closed) {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(admin);
  }
  await admin.destroy();
}
