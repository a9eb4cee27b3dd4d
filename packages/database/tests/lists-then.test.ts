import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import type { AsAt } from '@tinhgon/rules/counting';
import { dayOf, type LegalDate } from '@tinhgon/rules/day';
import type { DocumentEvent } from '@tinhgon/rules/document/event';
import { foldDocument } from '@tinhgon/rules/document/evolve';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { foldPlan } from '@tinhgon/rules/plan/evolve';
import { documentListInput } from '@tinhgon/rules/views/document';
import { planListInput } from '@tinhgon/rules/views/plan';
import { createTestDatabase } from '@tinhgon/test-kit/database';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyEvent } from '../src/events/recorded-event.ts';
import { eventRow } from '../src/events/recorded-event.ts';
import { insertRows } from '../src/insert-rows.ts';
import { listDocuments } from '../src/queries/documents/list-documents.ts';
import { listPlans } from '../src/queries/plans/list-plans.ts';
import { listProcedures } from '../src/queries/procedures/list-procedures.ts';
import { totals } from '../src/queries/programmes/totals.ts';
import { countOwed, debt, eachOwed } from '../src/queries/where-it-stands/debt.ts';
import { holding } from '../src/queries/where-it-stands/holding.ts';
import { responsibility } from '../src/queries/where-it-stands/responsibility.ts';
import { stages } from '../src/queries/where-it-stands/stages.ts';
import { rebuild } from '../src/record/rebuild.ts';
import { documentStepRows, planStepRows } from '../src/rows/step-rows.ts';
import type { Db } from '../src/schema.ts';
import { changeSomething, endOf } from './changing.ts';
import { type Draw, PEOPLE, World, WORLD_PROCEDURES } from './world.ts';

const supervisor = { id: 's', name: 's', agency: 'VPCP', roles: ['supervisor' as const], assignments: [] };
const turn: fc.Arbitrary<Draw & { readonly changes: boolean }> = fc.record({
  subject: fc.nat(3),
  what: fc.nat(1_000),
  who: fc.nat(PEOPLE.length - 1),
  days: fc.nat(3),
  changes: fc.boolean(),
});
const walk = fc.array(turn, { minLength: 60, maxLength: 100, size: 'max' });

/** The record as it would stand had each event been written when it was decided, until a moment; rows made from it. */
async function recordUntil(db: Db, world: World, moment: string): Promise<void> {
  const has = await db.selectFrom('event').select(['subject']).select('seq').execute();
  const known = new Set(has.map(({ subject, seq }) => `${subject} ${seq}`));
  const rows = [...world.events, ...catalogue(world)].flatMap(([subject, events]) =>
    (events as AnyEvent[])
      .filter((event) => event.at <= moment && !known.has(`${subject} ${event.seq}`))
      .map((event) => ({ ...eventRow(subject, 1, event, null), written_at: event.at })),
  );
  await insertRows(
    db,
    'event',
    rows.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  );
  await rebuild(db);
}

/** A programme, two ministries and three procedures; on the way a ministry and a procedure get other names. */
function catalogue(world: World): [string, object[]][] {
  const moments = [...world.events.values()].flatMap((events) => events.map(({ at }) => at)).toSorted();
  const [first = '', half = ''] = [moments[0], moments[Math.floor(moments.length / 2)]];
  const saved = (seq: number, body: object) => ({
    seq,
    version: seq,
    at: seq === 1 ? first : half,
    actor: { id: 'a', name: 'a' },
    ...body,
  });
  const agency = (seq: number, code: string, nameVi: string, more = {}) => {
    const rest = {
      nameEn: null,
      kind: 'ministry',
      parent: null,
      from: '1945-09-02',
      to: null,
      successor: null,
    };
    return saved(seq, { type: 'agencySaved', agency: { code, nameVi, ...rest, ...more } });
  };
  const procedure = (seq: number, code: string, nameVi: string) => {
    const rest = { nameEn: null, field: 'Hộ tịch', level: 'commune', users: null };
    const inCharge = { ministry: 'BTP', ministryFrom: '1945-09-02' };
    return saved(seq, { type: 'procedureSaved', procedure: { code, nameVi, ...rest, ...inCharge } });
  };
  const before = dayOf(new Date(Date.parse(half) - 86_400_000).toISOString());
  const former = [{ nameVi: 'Bộ Cũ', nameEn: null, until: before }];
  const programme = { code: '896', nameVi: 'Đề án 896', nameEn: null, from: '2013-01-01', to: null };
  return [
    ['programme/896', [saved(1, { type: 'programmeSaved', programme })]],
    ['agency/BCA', [agency(1, 'BCA', 'Bộ Công an')]],
    ['agency/BTP', [agency(1, 'BTP', 'Bộ Cũ'), agency(2, 'BTP', 'Bộ Mới', { formerNames: former })]],
    ...WORLD_PROCEDURES.map((code): [string, object[]] => [
      `procedure/${code}`,
      [
        procedure(1, code, `Thủ tục ${code}`),
        ...(code === '1.002' ? [procedure(2, code, 'Thủ tục đổi tên')] : []),
      ],
    ]),
  ];
}

const PLANS = [{}, { sort: 'code' }, { sort: 'name' }, { ministry: 'BTP' }, { phase: 'drafting' }]
  .concat([
    { timing: 'overdue' },
    { q: 'tên' },
    { q: 'bộ cũ' },
    { limit: 1 },
    { limit: 1, timing: 'overdue' },
  ] as never)
  .map((asked) => planListInput.parse(asked));
const DOCUMENTS = [{}, { sort: 'title' }, { ministry: 'BTP' }, { phase: 'open' }, { timing: 'overdue' }]
  .concat([{ q: 'tên' }] as never)
  .map((asked) => documentListInput.parse(asked));

/** Every list, of a day or, without one, of today. */
async function lists(db: Db, today: LegalDate, past?: AsAt): Promise<unknown> {
  const on = { today, calendar: VIETNAM_CALENDAR, ...(past && { past }) };
  return {
    plans: await Promise.all(
      PLANS.map(async (asked) => {
        const page = await listPlans(db, supervisor, asked, on);
        // Today's list counts what comes into force later, too.
        return { ...page, items: page.items.map(({ evidenced: _evidenced, ...item }) => item) };
      }),
    ),
    documents: await Promise.all(DOCUMENTS.map((asked) => listDocuments(db, asked, on))),
  };
}

/** What has a day in any case. */
async function sides(db: Db, then: AsAt): Promise<unknown> {
  const asked = { ...then, programme: '896', calendar: VIETNAM_CALENDAR };
  return {
    stages: (await stages(db, '896', then)).cells.toSorted((a, b) =>
      JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
    ),
    holding: await holding(db, supervisor, { ...asked, limit: 50 }),
    responsibility: await responsibility(db, supervisor, { ...then, programme: '896' }),
    debt: await debt(db, asked),
    totals: await totals(db, '896', then),
    procedures: await listProcedures(db, supervisor, { ...asked, status: 'any', limit: 50 }),
  };
}

/** Open steps of all plans and documents by step, from the folded events alone. */
function openThen(world: World, moment: string): Record<string, number> {
  const open: Record<string, number> = {};
  for (const [subject, events] of world.events) {
    const known = events.filter(({ at }) => at <= moment);
    const plan = subject.startsWith('plan/') && foldPlan(known as PlanEvent[]);
    const document = subject.startsWith('document/') && foldDocument(known as DocumentEvent[]);
    const rows = plan ? planStepRows(plan) : document ? documentStepRows(document) : [];
    for (const row of rows) if (row.finished_at === null) open[row.step] = (open[row.step] ?? 0) + 1;
  }
  return open;
}

test('a list of a past day is the list of that day, and stays it whatever is recorded later', async () => {
  const met = { renamed: 0, moved: 0, dates: 0, explained: 0 };
  await fc.assert(
    fc.asyncProperty(walk, async (turns) => {
      const own = await createTestDatabase();
      try {
        const world = new World();
        for (const { changes, ...draw } of turns) {
          if (!changes || !changeSomething(world, draw)) world.turn(draw);
        }
        const events = [...world.events.values()].flat();
        const days = [...new Set(events.map(({ at }) => dayOf(at)))].toSorted();
        const cuts = [0.15, 0.5, 0.75, 0.95].map((part) => days[Math.floor(days.length * part)] as LegalDate);
        const told: {
          readonly today: LegalDate;
          readonly pair: AsAt;
          readonly lists: unknown;
          readonly sides: unknown;
        }[] = [];
        for (const today of cuts) {
          await recordUntil(own.db, world, endOf(today));
          const pair = { asAt: today, knownAt: endOf(today) };
          told.push({ today, pair, lists: await lists(own.db, today), sides: await sides(own.db, pair) });
          // And of a day before, as it is known by now.
          const earlier = { asAt: cuts[0] as LegalDate, knownAt: endOf(today) };
          const past = await lists(own.db, earlier.asAt, earlier);
          told.push({ today: earlier.asAt, pair: earlier, lists: past, sides: await sides(own.db, earlier) });
        }
        await recordUntil(own.db, world, '9999-12-31T00:00:00.000Z');
        for (const { today, pair, ...answer } of told) {
          expect(await lists(own.db, today, pair)).toEqual(answer.lists);
          expect(await sides(own.db, pair)).toEqual(answer.sides);
        }
        const end = told.at(-2)?.pair as AsAt;
        const owing = { ...end, programme: '896', calendar: VIETNAM_CALENDAR };
        const owed: unknown[] = [];
        for await (const document of eachOwed(own.db, owing, 1)) owed.push(document);
        expect(owed).toEqual((await debt(own.db, owing)).documents);
        expect(owed.length).toBe(await countOwed(own.db, owing));
        const { cells } = await stages(own.db, '896', end);
        const open: Record<string, number> = {};
        for (const { step, open: n } of cells) open[step] = (open[step] ?? 0) + n;
        expect(open).toEqual(openThen(world, end.knownAt));
        // What is shut to a reader today is named in no list of a past day, and nothing else is left out.
        const asked = planListInput.parse({ sort: 'code' });
        const on = { today: end.asAt, calendar: VIETNAM_CALENDAR };
        const all = await listPlans(own.db, supervisor, asked, { ...on, past: end });
        for (const actor of PEOPLE) {
          const now = new Set((await listPlans(own.db, actor, asked, on)).items.map(({ code }) => code));
          const past = await listPlans(own.db, actor, asked, { ...on, past: end });
          expect(past.items).toEqual(all.items.filter(({ code }) => now.has(code)));
          expect(past.total).toBe(past.items.length);
        }
        met.renamed += events.filter(({ type }) => type === 'contentSaved').length;
        met.moved += events.filter(({ type }) => type === 'agencyMoved').length;
        met.dates += events.filter(({ type }) => type === 'dateChangeApproved').length;
        met.explained += events.filter(({ type }) => type === 'delayExplained').length;
      } finally {
        await own.drop();
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
  // It is worth something only when what lists show changed.
  for (const [what, times] of Object.entries(met)) expect([what, times > 0]).toEqual([what, true]);
}, 180_000);
