import { SYSTEM } from '@tinhgon/rules/person';
import { TOPICS } from '@tinhgon/rules/webhook/topics';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveAgency } from '../src/catalogue/save-agency.ts';
import { savePerson } from '../src/catalogue/save-person.ts';
import { projectEvents } from '../src/events/project-events.ts';
import { eventsFor } from '../src/webhooks/events-for.ts';
import { World } from './world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const stamp = { actor: SYSTEM, now: '2026-03-01T00:00:00.000Z' };
  const agency = { nameEn: null, kind: 'ministry', parent: null, from: '2020-01-01' } as const;
  await saveAgency(
    db,
    { ...agency, code: 'BTP', nameVi: 'Tư pháp', to: '2026-06-30', successor: 'BNV' },
    stamp,
  );
  for (const code of ['BCA', 'BNV', 'BYT']) {
    await saveAgency(db, { ...agency, code, nameVi: code, to: null, successor: null }, stamp);
  }
  const person = {
    id: 'lan',
    subject: 'lan',
    name: 'Lan',
    email: null,
    agency: 'BTP',
    roles: [],
    active: true,
  };
  await savePerson(db, person, stamp);
  const world = new World();
  for (const [subject, events] of world.events) await projectEvents(db, { subject, epoch: 1, events });
});
afterAll(() => database.drop());

async function told(agency: string | null, today = '2026-03-02', topics = TOPICS): Promise<string[]> {
  const webhook = { id: 'x', agency, topics: [...topics] };
  const { items, next } = await eventsFor(database.db, webhook, { after: '0', limit: 1_000, today });
  expect(Number(next)).toBeGreaterThan(0);
  return [...new Set(items.map(({ subject }) => subject))].sort();
}

test('a ministry’s system is told of its plans and of documents that are its own or carry its plans', async () => {
  // TT-1 and TT-2 are led by BTP; a plan of BCA goes into TT-2.
  expect(await told('BTP')).toEqual(['document/TT-1', 'document/TT-2', 'plan/BTP-1']);
  expect(await told('BCA')).toEqual(['document/TT-2', 'plan/BCA-1']);
  expect(await told('BYT')).toEqual([]);
});

test('one of the whole country is told of every plan, and of no person', async () => {
  expect(await told(null)).toEqual(['document/TT-1', 'document/TT-2', 'plan/BCA-1', 'plan/BTP-1']);
});

test('who has the work of a ministry that ended is told of it from then on', async () => {
  expect(await told('BNV', '2026-06-30')).toEqual([]);
  expect(await told('BNV', '2026-07-01')).toEqual(['document/TT-1', 'document/TT-2', 'plan/BTP-1']);
});

test('no webhook is a person, whatever its id', async () => {
  await database.db
    .updateTable('plan')
    .set({ taken_part: ['x', 'lan'] })
    .execute();
  const webhook = { id: 'lan', agency: 'BYT', topics: [...TOPICS] };
  const asked = { after: '0', limit: 1_000, today: '2026-03-02' };
  expect((await eventsFor(database.db, webhook, asked)).items).toEqual([]);
});
