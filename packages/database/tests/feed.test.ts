import type { Actor } from '@tinhgon/rules/actor';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../src/create-database.ts';
import { EVENTS_CHANNEL } from '../src/events/append-events.ts';
import { writeCatalogue } from '../src/catalogue/write-catalogue.ts';
import { projectEvents } from '../src/events/project-events.ts';
import { lastPosition, readFeed } from '../src/queries/feed/read-feed.ts';
import { startedDocument, startedPlan } from './world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const NOW = '2026-11-22T03:00:00.000Z';
const LATER = '2026-11-22T03:00:10.000Z';
const comment = (text: string) => ({
  type: 'commented' as const,
  text,
  seq: 2,
  version: 2,
  at: NOW,
  actor: { id: 'lan', name: 'Lan' },
  commandId: '7b3b4ddf-83cd-4d00-b965-ba5ce46a15b3',
});
const auditor: Actor = { id: 'a', name: 'A', agency: 'X', roles: ['auditor'], assignments: [] };
const stranger: Actor = { ...auditor, id: 's', roles: [] };
const programme = (code: string) => ({
  subject: `programme/${code}`,
  body: {
    type: 'programmeSaved' as const,
    programme: { code, nameVi: code, nameEn: null, from: '2026-01-01', to: null, publicLicence: null },
  },
});
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a reader that polls while writers commit in any order never skips an event and never sees one twice', async () => {
  const { db } = database;
  // On a connection of its own, or it would stand in line behind the writers.
  const reader = createDatabase(database.url, { maxConnections: 1 });
  const seen: string[] = [];
  let position = await lastPosition(db);
  let writing = true;
  const reading = (async () => {
    for (;;) {
      const finished = !writing;
      const page = await readFeed(reader, auditor, { after: position, limit: 7 });
      position = page.next;
      seen.push(...page.items.map(({ subject }) => subject));
      if (finished && page.items.length === 0) return;
    }
  })();
  // Each transaction is slow at another place: before its events, and between events and commit.
  const write = (index: number) =>
    db.transaction().execute(async (trx) => {
      await sql`select pg_sleep(${(index % 3) * 0.01})`.execute(trx);
      await writeCatalogue(trx, [programme(`P${index}`), programme(`Q${index}`)], {
        actor: auditor,
        now: NOW,
      });
      await sql`select pg_sleep(${((index * 7) % 5) * 0.006})`.execute(trx);
      if (index % 10 === 9) throw new Error('rolled back');
    });
  const writers = Array.from({ length: 60 }, (_, index) => write(index));
  const outcomes = await Promise.allSettled(writers);
  writing = false;
  await reading;
  await reader.destroy();
  const committed = outcomes.flatMap(({ status }, index) =>
    status === 'fulfilled' ? [`programme/P${index}`, `programme/Q${index}`] : [],
  );
  expect(committed).toHaveLength(108);
  expect(seen.toSorted()).toEqual(committed.toSorted());
});

test('listeners hear of a commit with its position, and of nothing that was rolled back', async () => {
  const { db, url } = database;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const heard: (string | undefined)[] = [];
    client.on('notification', ({ payload }) => heard.push(payload));
    await client.query(`listen ${EVENTS_CHANNEL}`);
    const stamp = { actor: auditor, now: NOW };
    await db
      .transaction()
      .execute(async (trx) => {
        await writeCatalogue(trx, [programme('undone')], stamp);
        throw new Error('rolled back');
      })
      .catch(() => {});
    await db.transaction().execute((trx) => writeCatalogue(trx, [programme('done')], stamp));
    for (let waited = 0; heard.length === 0 && waited < 5_000; waited += 20) await sleep(20);
    expect(heard).toEqual([await lastPosition(db)]);
  } finally {
    await client.end();
  }
});

test('plans a reader may not see are passed over, not waited for', async () => {
  const { db } = database;
  const after = await lastPosition(db);
  await projectEvents(db, {
    subject: 'plan/BTP-1',
    epoch: 1,
    events: [startedPlan('BTP-1', 'BTP', { '1.001': ['TT-1'] }, NOW)],
  });
  const all = await readFeed(db, auditor, { after, limit: 10 });
  expect(all.items).toMatchObject([{ subject: 'plan/BTP-1', seq: 1, type: 'planStarted', at: NOW }]);
  expect(await readFeed(db, stranger, { after, limit: 10 })).toEqual({ items: [], next: all.next });
  await projectEvents(db, {
    subject: 'document/TT-1',
    epoch: 1,
    events: [startedDocument('TT-1', NOW)],
  });
  const more = await readFeed(db, stranger, { after: all.next, limit: 10 });
  expect(more.items.map(({ subject }) => subject)).toEqual(['document/TT-1']);
});

test('a way that was given up is left out: what happened once stands in the feed once', async () => {
  const { db } = database;
  const after = await lastPosition(db);
  const subject = 'document/TT-2';
  await projectEvents(db, { subject, epoch: 1, events: [startedDocument('TT-2', NOW), comment('cũ')] });
  const early = await readFeed(db, auditor, { after, limit: 10 });
  // The worker died between this record and its decision: the same decision, taken anew a moment later.
  await projectEvents(db, { subject, epoch: 2, events: [{ ...comment('mới'), at: LATER }] });
  const all = await readFeed(db, auditor, { after, limit: 10 });
  expect(all.items.map(({ seq, at }) => [seq, at])).toEqual([
    [1, NOW],
    [2, LATER],
  ]);
  const rest = await readFeed(db, auditor, { after: early.next, limit: 10 });
  expect(rest.items.map(({ seq, at }) => [seq, at])).toEqual([[2, LATER]]);
});
