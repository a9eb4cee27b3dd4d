import type { Actor } from '@tinhgon/rules/actor';
import { countsOn } from '@tinhgon/rules/counting';
import { dayOf, type LegalDate } from '@tinhgon/rules/day';
import type { DocumentEvent } from '@tinhgon/rules/document/event';
import { foldDocument } from '@tinhgon/rules/document/evolve';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { foldPlan } from '@tinhgon/rules/plan/evolve';
import { approvedMeasures, countingMeasures } from '@tinhgon/rules/plan/lanes';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { maySeePlan } from '@tinhgon/rules/policy';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectEvents } from '../src/events/project-events.ts';
import { knownAtMoment } from '../src/queries/counting/counted.ts';
import { stoodOn } from '../src/queries/steps/open-on.ts';
import { maySeePlan as mayReadPlan } from '../src/queries/plans/visible-plans.ts';
import { listPlans } from '../src/queries/plans/list-plans.ts';
import { currentTables } from '../src/record/current-tables.ts';
import { rebuild } from '../src/record/rebuild.ts';
import { reconcileRecord } from '../src/record/reconcile-record.ts';
import { takenPart } from '../src/rows/plan-rows.ts';
import type { Db } from '../src/schema.ts';
import { type Draw, HEIR, PEOPLE, World, WORLD_PROCEDURES } from './world.ts';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { planListInput } from '@tinhgon/rules/views/plan';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const draw: fc.Arbitrary<Draw> = fc.record({
  subject: fc.nat(3),
  what: fc.nat(1_000),
  who: fc.nat(PEOPLE.length - 1),
  days: fc.nat(3),
});
const walk = fc.array(draw, { minLength: 60, maxLength: 160, size: 'max' });

/** Delivers as workflows do: at least once, growing outboxes, subjects interleaved in any order. */
async function deliver(db: Db, world: World, cuts: readonly number[]): Promise<void> {
  const subjects = [...world.events];
  for (const [turn, cut] of cuts.entries()) {
    const [subject, events] = subjects[turn % subjects.length] ?? [];
    if (!subject || !events) continue;
    // A part's workflow is started from the record, where it stands once its split does.
    if (events[0]?.type === 'planSplitOff' && !(await isOnRecord(db, subject))) continue;
    await projectEvents(db, { subject, epoch: 1, events: events.slice(0, 1 + (cut % events.length)) });
  }
  for (const [subject, events] of subjects) await projectEvents(db, { subject, epoch: 1, events });
}

const isOnRecord = async (db: Db, subject: string): Promise<boolean> =>
  (await db.selectFrom('event').select('seq').where('subject', '=', subject).executeTakeFirst()) !==
  undefined;

async function dump(db: Db): Promise<string> {
  const tables = await Promise.all(
    currentTables.map(async (table) => {
      const { rows } = await sql<{
        t: string;
      }>`select t::text as t from ${sql.table(table)} t order by t::text`.execute(db);
      return [table, ...rows.map((row) => row.t)].join('\n');
    }),
  );
  return tables.join('\n');
}

/** When the record took in each event of each subject. */
async function writtenMoments(db: Db): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('current_event')
    .select(['subject', 'written_at'])
    .orderBy('seq')
    .execute();
  const bySubject = Map.groupBy(rows, (row) => row.subject);
  return new Map([...bySubject].map(([subject, own]) => [subject, own.map((row) => row.written_at)]));
}

/** The day each procedure counts as of a moment, from the folded events alone. */
function counted(
  world: World,
  knownAt: string,
  written: ReadonlyMap<string, readonly string[]>,
): Map<string, LegalDate | null> {
  const until = (subject: string) =>
    (world.events.get(subject) ?? []).filter((_, place) => (written.get(subject)?.[place] ?? '9') <= knownAt);
  const documents = new Map(
    [...world.documents.keys()].map((code) => [
      code,
      foldDocument(until(`document/${code}`) as DocumentEvent[]),
    ]),
  );
  const plans = [...world.plans.keys()].map((code) => foldPlan(until(`plan/${code}`) as PlanEvent[]));
  return new Map(
    WORLD_PROCEDURES.map((procedure) => {
      const days = plans.flatMap((plan) => {
        const measure = inForce(plan).find(({ procedureCode }) => procedureCode === procedure);
        if (!plan || !measure) return [];
        return [countsOn(measure.documents.map((code) => datesOf(documents.get(code) ?? null, procedure)))];
      });
      return [procedure, days.filter((day) => day !== null).sort()[0] ?? null];
    }),
  );
}

/** The measures by which procedures count: of an approved plan, or of the last approval of one open again. */
const inForce = (plan: PlanState | null): PlanState['measures'] => (plan ? countingMeasures(plan) : []);

const datesOf = (document: DocumentState | null, procedure: string) => ({
  inForceOn: document?.promulgation?.inForceOn ?? null,
  announcedOn:
    document?.announcements.find((part) => part.procedureCodes.includes(procedure))?.signedOn ?? null,
  enteredOn:
    document?.databaseEntries.find((part) => part.procedureCodes.includes(procedure))?.enteredOn ?? null,
});

test('any history: rows are the fold, counts are the rules, and a rebuild gives the same bytes', async () => {
  let far = 0;
  let parted = 0;
  let open = 0;
  await fc.assert(
    fc.asyncProperty(
      walk,
      fc.array(fc.nat(500), { maxLength: 12 }),
      fc.nat(159),
      async (draws, cuts, moment) => {
        const own = await createTestDatabase();
        try {
          const world = new World();
          for (const one of draws) world.turn(one);
          await deliver(own.db, world, cuts);
          for (const [code, state] of world.plans) {
            // Each of its procedures waits at one open step, or is approved and linked on record.
            const { rows: places } = await sql<{ waiting: number; linked: number }>`
              select (select coalesce(sum(procedures), 0)::int from step_run
                  where kind = 'plan' and code = ${code} and finished_at is null) as waiting,
                (select count(distinct procedure_code)::int from link
                  where plan_code = ${code} and known_to is null) as linked`.execute(own.db);
            const ended = state.phase === 'refused' || state.phase === 'withdrawn';
            const { waiting = 0, linked = 0 } = places[0] ?? {};
            // One that is open again is linked by its last approval while it waits.
            const approved = approvedMeasures(state).length;
            expect(waiting + approved).toBe(ended ? 0 : state.measures.length);
            expect(linked).toBe(inForce(state).length);
            const row = await own.db
              .selectFrom('plan')
              .select('state')
              .where('code', '=', code)
              .executeTakeFirst();
            expect(row?.state).toEqual(JSON.parse(JSON.stringify(state)));
          }
          const written = await writtenMoments(own.db);
          await expectPeriods(own.db, world, written);
          const moments = [...new Set([...written.values()].flat())].sort();
          for (const knownAt of [moments.at(-1) ?? '', moments[moment % moments.length] ?? '']) {
            const { rows } = await sql<{ procedure_code: string; counts_on: string | null }>`
            select procedure_code, counts_on from counted_period c
            where programme = '896' and ${knownAtMoment('c', { knownAt })}`.execute(own.db);
            const found = new Map(rows.map((row) => [row.procedure_code, row.counts_on]));
            const expected = counted(world, knownAt, written);
            for (const code of WORLD_PROCEDURES)
              expect(found.get(code) ?? null).toBe(expected.get(code) ?? null);
            if ([...expected.values()].some((day) => day !== null)) far += 1;
            expect(await linkedTwice(own.db, knownAt)).toEqual([]);
          }
          for (const plan of world.plans.values()) {
            if (plan.splitFrom) parted += 1;
            if (plan.inForce) open += 1;
          }
          expect(await reconcileRecord(own.db)).toEqual({ broken: [], differences: [] });
          const before = await dump(own.db);
          for (const table of currentTables) await own.db.deleteFrom(table).execute();
          expect(await dump(own.db)).not.toBe(before);
          await rebuild(own.db);
          expect(await dump(own.db)).toBe(before);
        } finally {
          await own.drop();
        }
      },
    ),
    { numRuns: 10 },
  );
  // The walks are worth something only when procedures come to count on them.
  expect(far).toBeGreaterThan(2);
  expect([parted > 0, open > 0]).toEqual([true, true]);
}, 480_000);

/** At every moment the period on record says what the events until then say. */
async function expectPeriods(
  db: Db,
  world: World,
  written: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  for (const [subject, events] of world.events) {
    const moments = written.get(subject) ?? [];
    for (const knownAt of new Set(moments)) {
      const known = events.filter((_, place) => (moments[place] ?? '9') <= knownAt);
      const state = subject.startsWith('plan/')
        ? foldPlan(known as PlanEvent[])
        : foldDocument(known as DocumentEvent[]);
      const { rows } = await sql<object>`
        select phase, agency from subject_period p
        where subject = ${subject} and ${stoodOn('p', { asAt: dayOf(knownAt), knownAt })}`.execute(db);
      expect(rows).toEqual([{ phase: state?.phase, agency: state?.leadAgency }]);
    }
  }
}

/** Procedures that stand at a moment in two of the plans that were one: a split counts nothing twice. */
async function linkedTwice(db: Db, knownAt: string): Promise<object[]> {
  const { rows } = await sql<object>`
    select left(plan_code, 5) as family, procedure_code, document_code from link
    where known_from <= ${knownAt} and (known_to is null or known_to > ${knownAt})
    group by 1, 2, 3 having count(*) > 1`.execute(db);
  return rows;
}

test('who sees which plan is the same in SQL as in the rules', async () => {
  let seen = 0;
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(walk, async (draws) => {
      const own = await createTestDatabase();
      try {
        const world = new World();
        for (const one of draws) world.turn(one);
        await deliver(own.db, world, []);
        for (const actor of [...PEOPLE, HEIR]) {
          const asked = planListInput.parse({});
          const page = await listPlans(own.db, actor, asked, {
            today: '2026-11-22',
            calendar: VIETNAM_CALENDAR,
          });
          const expected = [...world.plans.values()].filter((plan) => sees(actor, plan, world));
          expect(page.items.map(({ code }) => code).sort()).toEqual(expected.map(({ code }) => code).sort());
          expect(page.total).toBe(expected.length);
          for (const [code, plan] of world.plans) {
            expect(await mayReadPlan(own.db, actor, code)).toBe(sees(actor, plan, world));
          }
          seen += expected.length;
          hidden += world.plans.size - expected.length;
        }
      } finally {
        await own.drop();
      }
    }),
    { numRuns: 8 },
  );
  expect(seen).toBeGreaterThan(10);
  expect(hidden).toBeGreaterThan(10);
});

/** The plan's own open step and, while it counts, those of the documents that carry it. */
function sees(actor: Actor, plan: PlanState, world: World): boolean {
  const codes = inForce(plan).flatMap(({ documents }) => documents);
  const openSteps = [
    ...(plan.step ? [plan.step] : []),
    ...codes.flatMap((code) => world.documents.get(code)?.steps ?? []),
  ];
  const { coAgencies } = plan.header;
  return maySeePlan(actor, {
    leadAgency: plan.leadAgency,
    coAgencies,
    openSteps,
    takenPart: takenPart(plan),
  });
}

test('reconciling finds a row that was tampered with, and one that is gone', async () => {
  const { db } = database;
  const world = new World();
  await deliver(db, world, []);
  await db.updateTable('plan').set({ name: 'Tên khác' }).where('code', '=', 'BTP-1').execute();
  await db.deleteFrom('measure').where('plan_code', '=', 'BCA-1').execute();
  const { broken, differences } = await reconcileRecord(db);
  expect(broken).toEqual([]);
  expect(differences).toEqual([
    { table: 'plan', row: 'BTP-1', problem: 'other-content' },
    { table: 'measure', row: 'BCA-1/1.002', problem: 'missing' },
    { table: 'measure', row: 'BCA-1/1.003', problem: 'missing' },
  ]);
  await rebuild(db);
  expect((await reconcileRecord(db)).differences).toEqual([]);
});

test('reconciling finds an event that was altered behind the back of the database', async () => {
  const { db } = database;
  await deliver(db, new World(), []);
  await sql`alter table event disable trigger append_only`.execute(db);
  await sql`update event set actor_name = 'Kẻ khác' where subject = 'plan/BTP-1' and seq = 1`.execute(db);
  const { broken } = await reconcileRecord(db);
  expect(broken).toEqual([{ subject: 'plan/BTP-1', epoch: 1, seq: 1, problem: 'altered' }]);
});
