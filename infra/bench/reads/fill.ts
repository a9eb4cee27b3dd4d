/**
 * Fills an empty database with a programme of any size, to look at, or to measure a running system with:
 *
 *   DATABASE_URL=postgres://… node infra/bench/reads/fill.ts [procedures, 100000]
 */
import { createDatabase } from '@tinhgon/database/create-database';
import { migrate } from '@tinhgon/database/migrate';
import { z } from 'zod';
import { generate } from './generate.ts';

const url = z.url().parse(process.env['DATABASE_URL']);
const procedures = z.coerce.number().int().min(1_000).max(1_000_000).default(100_000).parse(process.argv[2]);
const db = createDatabase(url);
try {
  await migrate(db);
  await generate(db, procedures);
} finally {
  await db.destroy();
}
