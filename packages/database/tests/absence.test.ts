import { randomUUID } from 'node:crypto';
import type { Actor } from '@tinhgon/rules/actor';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { delegationInput } from '@tinhgon/rules/delegation';
import { isDecidedAt } from '@tinhgon/rules/document/step-for';
import { editorsOf, openStepsOf } from '@tinhgon/rules/open-steps';
import { neededAt, wayIn } from '@tinhgon/rules/standing';
import { inboxInput } from '@tinhgon/rules/views/inbox';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { giveDelegation, revokeDelegation } from '../src/catalogue/save-delegation.ts';
import { savePerson } from '../src/catalogue/save-person.ts';
import { saveAssignment } from '../src/catalogue/save-assignment.ts';
import { projectEvents } from '../src/events/project-events.ts';
import { commitImport } from '../src/imports/commit-import.ts';
import { actorFor } from '../src/queries/actor-for.ts';
import { delegationsOf } from '../src/queries/delegations.ts';
import { readFeed } from '../src/queries/feed/read-feed.ts';
import { listInbox } from '../src/queries/inbox/list-inbox.ts';
import { getPlan } from '../src/queries/plans/get-plan.ts';
import { reconcileRecord } from '../src/record/reconcile-record.ts';
import type { Db } from '../src/schema.ts';
import { type Draw, PEOPLE, World } from './world.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const NOW = '2026-11-25T03:00:00.000Z';
const on = { today: '2026-11-25', calendar: VIETNAM_CALENDAR };
const office: Actor = {
  id: 'office',
  name: 'Thu',
  agency: 'BTP',
  roles: ['programme-office'],
  assignments: [],
};
const MINISTER = '00000000-0000-4000-8000-000000000001';

/** A minister, a deputy without any function, a drafter, and a plan that waits for the minister. */
async function ministry(db: Db): Promise<void> {
  const stamp = { actor: office, now: NOW };
  for (const id of ['minh', 'thu', 'lan', 'duc', 'office']) {
    const roles = id === 'office' ? (['programme-office'] as const) : [];
    const about = { subject: id, name: `Người ${id}`, email: null, agency: 'BTP', active: true };
    await savePerson(db, { id, ...about, roles: [...roles] }, stamp);
  }
  const held = { from: '2026-01-01', to: null, agency: 'BTP' };
  await saveAssignment(db, { id: MINISTER, personId: 'minh', function: 'minister', ...held }, stamp);
  const control = { personId: 'minh', function: 'procedure-control' as const, ...held };
  await saveAssignment(db, { id: randomUUID(), ...control, to: '2026-12-02' }, stamp);
  const plan = {
    code: 'BTP-2026-1',
    programme: '896',
    year: 2026,
    name: 'Khai sinh',
    leadAgency: 'BTP',
    coAgencies: [],
    phase: 'submitted' as const,
    step: 'plan-approval' as const,
    stepSince: '2026-11-20',
    drafter: 'lan',
    measures: [{ procedureCode: '1.001', measure: 'amend' as const, documents: ['TT-1'] }],
  };
  await commitImport(db, 'plans', [plan], office, NOW);
}

const away = (more: object = {}) =>
  delegationInput.parse({
    id: randomUUID(),
    personId: 'minh',
    substituteId: 'thu',
    form: 'KT',
    from: '2026-11-25',
    to: '2026-12-05',
    reason: 'Đi công tác nước ngoài',
    ...more,
  });
const actor = async (id: string, day = on.today): Promise<Actor> => {
  const found = await actorFor(database.db, { personId: id }, day);
  if (!found) throw new RangeError(id);
  return found;
};
const inbox = async (id: string) =>
  (await listInbox(database.db, await actor(id), inboxInput.parse({}), on)).items;

test('a delegation is effective at once and for its days alone, and ends at once', async () => {
  const { db } = database;
  await ministry(db);
  expect(await inbox('thu')).toEqual([]);
  const given = away();
  expect(await giveDelegation(db, await actor('minh'), given, NOW)).toHaveProperty('delegation');

  const minh = { id: 'minh', name: 'Người minh', form: 'KT', delegationId: given.id };
  expect((await actor('thu')).assignments).toEqual([
    { function: 'minister', agency: 'BTP', onBehalfOf: minh, until: '2026-12-05' },
    // The assignment itself ends before the absence does.
    { function: 'procedure-control', agency: 'BTP', onBehalfOf: minh, until: '2026-12-02' },
  ]);
  expect(await inbox('thu')).toMatchObject([
    { code: 'BTP-2026-1', onBehalfOf: minh, standingInUntil: '2026-12-05' },
  ]);
  expect(await inbox('minh')).toMatchObject([
    { code: 'BTP-2026-1', onBehalfOf: null, standingInUntil: null },
  ]);
  const plan = await getPlan(db, await actor('thu'), 'BTP-2026-1', on);
  expect(plan?.view.steps[2]?.candidates.map(({ id }) => id)).toEqual(['minh', 'thu']);
  expect((await actor('thu', '2026-12-03')).assignments).toHaveLength(1);
  expect((await actor('thu', '2026-12-06')).assignments).toEqual([]);

  expect(await revokeDelegation(db, await actor('thu'), given.id, NOW)).toHaveProperty('delegation');
  expect((await actor('thu')).assignments).toEqual([]);
  expect(await inbox('thu')).toEqual([]);
  expect((await reconcileRecord(db)).differences).toEqual([]);
});

test('what is given twice is given once, and days are not given to two', async () => {
  const { db } = database;
  await ministry(db);
  const minh = await actor('minh');
  const given = away();
  const both = await Promise.all([
    giveDelegation(db, minh, given, NOW),
    giveDelegation(db, minh, given, NOW),
  ]);
  expect(both.every((answer) => 'delegation' in answer)).toBe(true);
  expect(await giveDelegation(db, minh, { ...given, substituteId: 'duc' }, NOW)).toMatchObject({
    rejection: { code: 'COMMAND_ID_REUSED' },
  });
  const rivals = await Promise.all(
    ['lan', 'duc'].map((substituteId) =>
      giveDelegation(db, minh, away({ substituteId, from: '2026-12-10', to: '2026-12-11' }), NOW),
    ),
  );
  expect(rivals.filter((answer) => 'delegation' in answer)).toHaveLength(1);
  const { given: list = [] } = (await delegationsOf(db, 'minh', on.today)) ?? {};
  expect(list.map(({ state, from }) => `${state} ${from}`)).toEqual([
    'coming 2026-12-10',
    'running 2026-11-25',
  ]);
});

test('a substitute passes nothing on, and only what was chosen is delegated', async () => {
  const { db } = database;
  await ministry(db);
  await giveDelegation(db, await actor('minh'), away({ assignments: [MINISTER], only: 'document' }), NOW);
  expect((await actor('thu')).assignments).toMatchObject([{ function: 'minister', only: 'document' }]);
  expect(await inbox('thu')).toEqual([]);
  expect(
    await giveDelegation(db, await actor('thu'), away({ personId: 'thu', substituteId: 'duc' }), NOW),
  ).toMatchObject({ rejection: { code: 'NOTHING_TO_DELEGATE' } });
});

test('the feed tells of an absence those it concerns', async () => {
  const { db } = database;
  await ministry(db);
  await giveDelegation(db, await actor('minh'), away(), NOW);
  const heard = async (id: string) =>
    (await readFeed(db, await actor(id), { after: '0', limit: 100 })).items.filter(({ subject }) =>
      subject.startsWith('delegation/'),
    ).length;
  expect(await Promise.all(['minh', 'thu', 'office', 'lan'].map(heard))).toEqual([1, 1, 1, 0]);
});

const draw: fc.Arbitrary<Draw> = fc.record({
  subject: fc.nat(3),
  what: fc.nat(1_000),
  who: fc.nat(PEOPLE.length - 1),
  days: fc.nat(3),
});

test('an inbox holds what the rules let its owner act on, in the name of whom they say', async () => {
  let onBehalf = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(draw, { maxLength: 50, size: 'max' }), async (draws) => {
      const own = await createTestDatabase();
      try {
        const world = new World();
        for (const one of draws) world.turn(one);
        for (const [subject, events] of world.events)
          await projectEvents(own.db, { subject, epoch: 1, events });
        for (const reader of PEOPLE) {
          const { items } = await listInbox(own.db, reader, inboxInput.parse({ limit: 200 }), on);
          onBehalf += items.filter((item) => item.onBehalfOf !== null).length;
          const found = items.map(({ id, onBehalfOf }) => `${id} ${onBehalfOf?.id ?? ''}`);
          expect(found.sort()).toEqual(expected(world, reader).sort());
        }
      } finally {
        await own.drop();
      }
    }),
    // The empty walk: both plans wait for their drafters.
    { numRuns: 5, examples: [[[]]] },
  );
  expect(onBehalf).toBeGreaterThan(1);
});

function expected(world: World, reader: Actor): string[] {
  return [...world.plans.values(), ...world.documents.values()].flatMap((state) =>
    openStepsOf(state).flatMap((step) => {
      const barred = isDecidedAt(step) ? editorsOf(state) : [];
      const way = wayIn(reader, neededAt(step), barred);
      return way.ok ? [`${state.kind}/${state.code}/${step.key} ${way.value.onBehalfOf?.id ?? ''}`] : [];
    }),
  );
}
