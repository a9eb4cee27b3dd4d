import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '@tinhgon/database/create-database';
import { migrate } from '@tinhgon/database/migrate';
import type { Db } from '@tinhgon/database/schema';
import { type OwnServers, restoreBackup, startOwnServers, takeBackup } from '@tinhgon/test-kit/own-servers';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { loadBundle } from '../src/bundle.ts';
import { reconcile } from '../src/reconcile.ts';
import { settle } from '../src/settle.ts';
import { lan } from './people.ts';
import { scenario } from './scenario.ts';
import { deployment, log, serve } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

const TIMEOUT_MS = 240_000;
const scratch = mkdtempSync(join(process.env['TINHGON_TEST_DIR'] ?? tmpdir(), 'tinhgon-backup-'));
const folder = (name: string): string => join(scratch, name);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Acknowledged {
  readonly subject: string;
  readonly commandId: string;
  readonly at: string;
  readonly projected: boolean;
}

const now = (): string => new Date().toISOString();

/** Remarks on each plan, one after another, until it is ended and all are on record. */
function decide(servers: OwnServers, subjects: readonly string[], said: Acknowledged[]) {
  const on = scenario(servers.temporal);
  let going = true;
  const all = subjects.map(async (subject) => {
    while (going) {
      const words = { type: 'comment', text: 'Nhắc' };
      const { command, outcome } = await on.doesUntilAnswered(subject, lan, words);
      said.push({ subject, commandId: command.commandId, at: now(), projected: outcome.projected });
    }
  });
  return async () => {
    going = false;
    await Promise.all(all);
    for (const subject of subjects) {
      await waitUntil(
        () => on.report<{ seq: number }>(subject),
        ({ ackedSeq, state }) => ackedSeq === state.seq,
      );
    }
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Holds the record shut, as a database out of reach would, while `work` is done. */
async function withRecordShut<T>(db: Db, work: () => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`lock table event in access exclusive mode`.execute(trx);
    return work();
  });
}

/** Starts what was restored and says which commands are on record, having seen every plan go on. */
async function goOn(name: string, subjects: readonly string[]): Promise<Map<string, number>> {
  const servers = await startOwnServers(folder(name));
  const { temporal, databaseUrl } = servers;
  const db = createDatabase(databaseUrl);
  const settled = await settle({ ...temporal, db, deployment, bundle: await loadBundle(), log });
  expect(settled.ahead).toEqual([]);
  const stop = await serve(temporal, databaseUrl);
  const on = scenario(temporal);
  for (const subject of subjects) {
    expect(await on.does(subject, lan, { type: 'comment', text: 'Tiếp' })).toMatchObject({ projected: true });
    expect(await on.does(subject, lan, { type: 'submit' })).toMatchObject({ projected: true });
  }
  const { client, taskQueue } = temporal;
  expect((await reconcile({ db, client, taskQueue })).differences).toEqual([]);
  const rows = await db
    .selectFrom('current_event')
    .select(['command_id', (of) => of.fn.countAll<number>().as('times')])
    .groupBy('command_id')
    .execute();
  await stop();
  await db.destroy();
  await servers.stop();
  return new Map(rows.map(({ command_id, times }) => [String(command_id), Number(times)]));
}

it('gives back every decision answered before the moment, once, and all plans go on', {
  timeout: TIMEOUT_MS,
}, async () => {
  const servers = await startOwnServers(folder('first'), folder('archived'));
  const { temporal, databaseUrl } = servers;
  const db = createDatabase(databaseUrl);
  await migrate(db);
  const stop = await serve(temporal, databaseUrl);
  const on = scenario(temporal);
  const codes = [1, 2, 3].map(() => uniqueCode('PA'));
  for (const code of codes) await on.startPlan(on.planBegin(code, ['TT-01']));
  const subjects = codes.map((code) => `plan/${code}`);

  const said: Acknowledged[] = [];
  const endFirst = decide(servers, subjects, said);
  await pause(500);
  const take = (to: string) => takeBackup({ dataDir: folder('first'), databaseUrl, folder: folder(to) });
  await take('archived');
  // What is answered now lives in Temporal alone.
  const alone = await withRecordShut(db, async () => {
    await pause(2_500);
    return take('alone');
  });
  await endFirst();
  const later: Acknowledged[] = [];
  const endSecond = decide(servers, subjects, later);
  await pause(1_000);
  const moment = now();
  await pause(1_000);
  await endSecond();
  await sql`select pg_switch_wal()`.execute(db);
  await stop();
  await db.destroy();
  await servers.stop();

  const before = (at: string) => said.filter((one) => one.at < at);
  const once = (found: Map<string, number>, expected: readonly Acknowledged[]) =>
    expected.filter(({ commandId }) => found.get(commandId) !== 1);
  expect(before(alone.moment).filter(({ projected }) => !projected)).not.toEqual([]);

  await restoreBackup({ folder: folder('alone'), dataDir: folder('second') });
  expect(once(await goOn('second', subjects), before(alone.moment))).toEqual([]);

  await restoreBackup({ folder: folder('archived'), dataDir: folder('third'), at: moment });
  const third = await goOn('third', subjects);
  // What Temporal alone knew at that moment is not in an older file of Temporal's.
  const written = later.filter(({ at, projected }) => projected && at < moment);
  expect(once(third, [...said, ...written])).toEqual([]);
  expect(later.filter(({ commandId }) => third.has(commandId)).length).toBeLessThan(later.length);

  // Up to the last, and Temporal's database is lost.
  await restoreBackup({ folder: folder('archived'), dataDir: folder('fourth') });
  rmSync(join(folder('fourth'), 'temporal.db'));
  expect(once(await goOn('fourth', subjects), [...said, ...later])).toEqual([]);
});

it('restores into an empty folder only, and says which backup it lacks', async () => {
  const failing = { folder: folder('archived'), dataDir: folder('archived') };
  await expect(restoreBackup(failing)).rejects.toMatchObject({ code: 'NOT_EMPTY' });
  const empty = { folder: folder('none'), dataDir: folder('fifth') };
  await expect(restoreBackup(empty)).rejects.toMatchObject({ code: 'NO_BACKUP' });
  const early = { folder: folder('archived'), dataDir: folder('fifth'), at: '2020-01-01T00:00:00.000Z' };
  await expect(restoreBackup(early)).rejects.toMatchObject({ code: 'NO_BACKUP' });
  const late = { folder: folder('archived'), dataDir: folder('fifth'), at: '2100-01-01T00:00:00.000Z' };
  await expect(restoreBackup(late)).rejects.toThrow('before configured recovery target was reached');
  expect(readdirSync(scratch)).not.toContain('fifth');
});
