import { forgetPersonal } from '@tinhgon/database/at-work/forget-personal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, startDocument, startPlan, trpc } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

/** Leaves traces wherever a person leaves some. */
async function liveAs(player: Player, draft: string): Promise<void> {
  await trpc(world, player, 'drafts.save', { key: 'plan/new', json: { name: draft } });
  await trpc(world, player, 'me.savePreferences', { mail: 'single', language: 'en' });
  await trpc(world, player, 'me.renewCalendar', {});
  const { db } = world.database;
  const now = new Date().toISOString();
  await db
    .insertInto('session')
    .values({
      id_hash: draft,
      person_id: player === 'lan' ? 'bca-soan-thao' : player,
      data: '{}',
      created_at: now,
      seen_at: now,
      expires_at: '2099-01-01T00:00:00Z',
    })
    .execute();
}

test('one takes away what is kept about oneself, and nothing of anybody else', async () => {
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  await liveAs('lan', 'BẢN NHÁP CỦA LAN');
  await liveAs('minh', 'BẢN NHÁP CỦA MINH');
  await world.call('lan', 'POST', `/plans/${body.code}/look`, {});
  const mine = await read(world, 'lan', '/me/data');
  expect(mine).toMatchObject({
    person: { id: 'lan', subject: 'bca-soan-thao', agency: world.home, active: true },
    assignments: [{ function: 'drafter', agency: world.home, to: null }],
    preferences: { language: 'en', mail: 'single', calendarSince: expect.any(String) },
    sessions: [{ endsAt: '2099-01-01T00:00:00.000Z' }],
    drafts: [{ key: 'plan/new', content: { name: 'BẢN NHÁP CỦA LAN' } }],
    readMarks: [{ subject: `plan/${body.code}` }],
  });
  expect(mine.deeds).toContainEqual(
    expect.objectContaining({ subject: `plan/${body.code}`, type: 'planStarted' }),
  );
  expect(mine.deedsTotal).toBe(mine.deeds.length);
  expect(JSON.stringify(mine)).not.toContain('CỦA MINH');
  expect((await read(world, 'minh', '/me/data')).person.id).toBe('minh');
});

test('of somebody who has left, the record alone remembers', async () => {
  const { db } = world.database;
  await db.updateTable('person').set({ active: false }).where('id', '=', 'lan').execute();
  const before = await db.selectFrom('event').select('hash').orderBy('position').execute();
  await forgetPersonal(db, new Date().toISOString());
  for (const table of ['preference', 'calendar_feed', 'read_mark', 'draft'] as const) {
    const left = await db.selectFrom(table).select('person_id').execute();
    expect(
      left.map((row) => row.person_id),
      table,
    ).not.toContain('lan');
  }
  const people = (await db.selectFrom('draft').select('person_id').execute()).map((row) => row.person_id);
  expect(people).toContain('minh');
  const sessions = await db.selectFrom('session').select('person_id').execute();
  expect(sessions).toEqual([{ person_id: 'minh' }]);
  expect(await db.selectFrom('event').select('hash').orderBy('position').execute()).toEqual(before);
});

test('a draft nobody touches goes after a year, a session when it has ended', async () => {
  const { db } = world.database;
  const inTwoYears = new Date(Date.now() + 2 * 365 * 86_400_000).toISOString();
  await db.updateTable('session').set({ expires_at: new Date().toISOString() }).execute();
  await forgetPersonal(db, inTwoYears);
  expect(await db.selectFrom('draft').select('key').execute()).toEqual([]);
  expect(await db.selectFrom('session').select('id_hash').execute()).toEqual([]);
});
