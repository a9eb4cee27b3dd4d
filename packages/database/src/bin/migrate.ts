import { createDatabase } from '../create-database.ts';
import { migrate } from '../migrate.ts';
import { databaseUrl } from './database-url.ts';

const db = createDatabase(databaseUrl(), { applicationName: 'tinhgon-migrate', maxConnections: 1 });
try {
  const done = await migrate(db);
  console.log(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}.`);
} finally {
  await db.destroy();
}
