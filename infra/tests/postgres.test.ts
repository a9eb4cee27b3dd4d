import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPostgres, type RunningPostgres } from '../src/postgres/start-postgres.ts';
import { isAlive } from '../src/process/identity.ts';
import { waitUntilDead } from '../src/process/end-process.ts';
import { isPortFree } from '../src/process/ports.ts';

let dataDir: string;
let running: RunningPostgres | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(process.env['TINHGON_TEST_DIR'] ?? tmpdir(), 'tinhgon-postgres-'));
});

afterEach(async () => {
  await running?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ value: unknown }>(sql)).rows.map((row) => row.value);
  } finally {
    await client.end();
  }
}

test('sorts Vietnamese names, searches without accents, and listens on the loopback with a password', async () => {
  running = await startPostgres({ dataDir });
  await query(running.url, 'create extension unaccent');
  await query(running.url, 'create extension pg_trgm');
  const sorted = await query(
    running.url,
    `select value from (values ('Đà Nẵng'), ('Dân tộc'), ('Ê đê'), ('Ea Súp')) t(value) order by value collate "vi-VN-x-icu"`,
  );
  expect(sorted).toEqual(['Dân tộc', 'Đà Nẵng', 'Ea Súp', 'Ê đê']);
  expect(await query(running.url, `select unaccent('Hộ tịch') as value`)).toEqual(['Ho tich']);
  await expect(query(running.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1 as value')).rejects.toThrow(
    /password/,
  );
  expect(await query(running.url, `select current_setting('listen_addresses') as value`)).toEqual([
    '127.0.0.1',
  ]);
});

test('after kill -9 the next start has the committed data and no stale lock', async () => {
  running = await startPostgres({ dataDir });
  await query(running.url, 'create table kept (value int)');
  await query(running.url, 'insert into kept values (898)');
  process.kill(running.pid, 'SIGKILL');
  await waitUntilDead(running.identity, 5_000);
  running = await startPostgres({ dataDir });
  expect(running.adopted).toBe(false);
  expect(await query(running.url, 'select value from kept')).toEqual([898]);
});

test('a server that outlived its launcher is adopted, and stopped with the new one', async () => {
  const first = await startPostgres({ dataDir });
  running = await startPostgres({ dataDir });
  expect(running.adopted).toBe(true);
  expect(running.pid).toBe(first.pid);
  await running.stop();
  expect(isAlive(first.identity)).toBe(false);
  expect(await isPortFree(first.port)).toBe(true);
});

test('a lock whose process number now belongs to another program does not hinder', async () => {
  const first = await startPostgres({ dataDir });
  const lock = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  await first.stop();
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), lock.replace(/^\d+/, String(process.pid)));
  running = await startPostgres({ dataDir });
  expect(running.adopted).toBe(false);
});

test('a taken port is named', async () => {
  running = await startPostgres({ dataDir });
  const other = join(dataDir, 'other');
  await expect(startPostgres({ dataDir: other, port: running.port })).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    details: { port: running.port },
  });
});
