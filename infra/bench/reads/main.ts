/**
 * What the questions of the screens cost at size, each beside a plain `count(*)` over the rows it is about in the
 * same run, at a tenth and at full size.
 *
 *   node infra/bench/reads/main.ts [procedures, 100000] [rounds, 40]
 *
 * Starts a PostgreSQL of its own in a temporary folder and throws it away.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '@tinhgon/database/create-database';
import { migrate } from '@tinhgon/database/migrate';
import type { Db } from '@tinhgon/database/schema';
import { sql } from 'kysely';
import { z } from 'zod';
import { startPostgres } from '../../src/postgres/start-postgres.ts';
import { summary, timed } from '../percentiles.ts';
import { generate } from './generate.ts';
import { QUESTIONS } from './questions.ts';

const WARM_UP = 3;
const procedures = z.coerce.number().int().min(1_000).max(1_000_000).default(100_000).parse(process.argv[2]);
const rounds = z.coerce.number().int().min(5).max(500).default(40).parse(process.argv[3]);

const dataDir = mkdtempSync(join(tmpdir(), 'tinhgon-reads-'));
const postgres = await startPostgres({ dataDir });
try {
  for (const size of [procedures / 10, procedures]) {
    const url = await freshDatabase(`reads_${size}`);
    const db = createDatabase(url);
    try {
      await migrate(db);
      console.error(`filling: ${size} procedures`);
      await generate(db, size);
      console.table(await measure(db));
    } finally {
      await db.destroy();
    }
  }
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function freshDatabase(name: string): Promise<string> {
  const admin = createDatabase(postgres.url);
  await sql`create database ${sql.id(name)}`.execute(admin);
  await admin.destroy();
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function measure(db: Db): Promise<object> {
  const rows: Record<string, object> = {};
  for (const { name, over, ask } of QUESTIONS) {
    const askedMs: number[] = [];
    const countMs: number[] = [];
    for (let turn = 0; turn < rounds + WARM_UP; turn += 1) {
      const asked = await timed(() => ask(db, turn));
      const count = await timed(() => sql`select count(*) from ${sql.table(over)}`.execute(db));
      if (turn < WARM_UP) continue;
      askedMs.push(asked);
      countMs.push(count);
    }
    const question = summary(askedMs);
    const baseline = summary(countMs);
    rows[name] = {
      'p50 ms': question.p50Ms,
      'p95 ms': question.p95Ms,
      [`count(*) p50 ms`]: baseline.p50Ms,
      'ratio p50': Math.round((question.p50Ms / baseline.p50Ms) * 100) / 100,
    };
  }
  return rows;
}
