import { createDatabase } from '../create-database.ts';
import { rebuild } from '../record/rebuild.ts';
import { databaseUrl } from './database-url.ts';

const db = createDatabase(databaseUrl(), { applicationName: 'tinhgon-rebuild', maxConnections: 1 });
try {
  console.log(`Made the rows of ${await rebuild(db)} subjects again from their events.`);
} finally {
  await db.destroy();
}
