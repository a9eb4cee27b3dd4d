import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { baselineAt, countsOn } from '@tinhgon/rules/counting';
import { addDays, startOfDay, yearOf } from '@tinhgon/rules/days';
import { sharePercent } from '@tinhgon/rules/share';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepAgencies } from '../src/catalogue/agencies-in-charge.ts';
import { countAnew } from '../src/counting/count-anew.ts';
import { insertRows } from '../src/insert-rows.ts';
import { getProcedure, listProcedures } from '../src/queries/procedures/list-procedures.ts';
import { difference } from '../src/queries/difference/difference.ts';
import { differenceBetween } from '../src/queries/difference/difference-lines.ts';
import { totals } from '../src/queries/programmes/totals.ts';
import { parts } from '../src/queries/where-it-stands/parts.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const reader = { id: 'a', name: 'a', agency: 'BTP', roles: ['supervisor' as const], assignments: [] };
const BEGINNING = '2020-01-01T00:00:00.000Z';
const PROCEDURES = ['1.001', '1.002', '1.003', '1.004', '1.005'];
const DOCUMENTS = ['TT-1', 'TT-2', 'ND-3'];
const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2023-01-01', n));
const moment = day.map((on) => startOfDay(on));
const some = <T>(list: readonly T[]) => fc.subarray([...list]);

/** A fact of evidence: its date, when it became known, and when a correction took its place. */
const fact = fc
  .record({ date: day, from: moment, life: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }) })
  .map(({ date, from, life }) => ({
    date,
    recorded_at: from,
    superseded_at: life === null ? null : new Date(Date.parse(from) + life * 86_400_000).toISOString(),
  }));
const history = fc.record({
  links: fc.uniqueArray(
    fc.record({
      procedure: fc.constantFrom(...PROCEDURES),
      document: fc.constantFrom(...DOCUMENTS),
      known: fact,
    }),
    { selector: ({ procedure, document }) => `${procedure} ${document}`, maxLength: 10 },
  ),
  inForce: fc.dictionary(fc.constantFrom(...DOCUMENTS), fact),
  announced: fc.array(
    fc.record({ document: fc.constantFrom(...DOCUMENTS), procedures: some(PROCEDURES), fact }),
    { maxLength: 5 },
  ),
  entered: fc.array(
    fc.record({ document: fc.constantFrom(...DOCUMENTS), procedures: some(PROCEDURES), fact }),
    { maxLength: 5 },
  ),
  baselines: fc.uniqueArray(fc.record({ date: day, recordedAt: moment, members: some(PROCEDURES) }), {
    selector: ({ date }) => date,
    maxLength: 3,
  }),
  asAt: day,
  knownAt: moment,
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
type Known = { readonly recorded_at: string; readonly superseded_at: string | null };

async function write(h: History): Promise<void> {
  await test.db.transaction().execute(async (trx) => {
    for (const table of [
      'evidence_procedure',
      'evidence',
      'link',
      'baseline_member',
      'baseline',
      'procedure_ministry',
      'procedure_ministries',
      'agencies_in_turn',
      'counted_period',
      'count_cell',
      'part_cell',
      'procedure',
      'document',
      'agency',
      'programme',
    ] as const) {
      await trx.deleteFrom(table).execute();
    }
    await insertRows(trx, 'programme', [
      { code: '896', name_vi: 'Đề án 896', name_en: null, from: '2013-01-01', to: null },
    ]);
    await insertRows(
      trx,
      'agency',
      ['BTP', 'BCA', 'BNV'].map((code) => ({
        code,
        name_vi: code,
        name_en: null,
        kind: 'ministry',
        parent: null,
        from: '1945-09-02',
        to: null,
        successor: null,
        search: code,
      })),
    );
    await insertRows(
      trx,
      'procedure',
      PROCEDURES.map((code, n) => ({
        code,
        name_vi: `Thủ tục ${code}`,
        name_en: null,
        field: [null, 'Hộ tịch', 'Đất đai'][n % 3] ?? null,
        level: [null, 'province' as const, 'commune' as const, 'commune' as const][n % 4] ?? null,
        users: null,
        search: code,
      })),
    );
    await insertRows(
      trx,
      'procedure_ministry',
      PROCEDURES.flatMap((procedure_code, n) => [
        { procedure_code, from: '2020-01-01', ministry: n % 2 ? 'BTP' : 'BCA' },
        { procedure_code, from: '2024-03-01', ministry: n % 3 ? 'BTP' : 'BNV' },
      ]),
    );
    await keepAgencies(
      trx,
      PROCEDURES.flatMap((procedureCode, n) => [
        { procedureCode, from: '2020-01-01', ministry: n % 2 ? 'BTP' : 'BCA', writtenAt: BEGINNING },
        { procedureCode, from: '2024-03-01', ministry: n % 3 ? 'BTP' : 'BNV', writtenAt: BEGINNING },
      ]),
    );
    await insertRows(
      trx,
      'document',
      DOCUMENTS.map((code) => ({
        code,
        programme: '896',
        type: code.startsWith('ND') ? 'decree' : 'circular',
        number: code,
        title: code,
        lead_agency: 'BTP',
        phase: 'done',
        signed_on: null,
        in_force_on: null,
        planned_in_force_on: null,
        procedures: 0,
        search: code,
        state: {},
      })),
    );
    await insertRows(
      trx,
      'link',
      h.links.map(({ procedure, document, known }) => ({
        plan_code: 'P',
        procedure_code: procedure,
        document_code: document,
        known_from: known.recorded_at,
        known_to: known.superseded_at,
        measure: 'amend',
        programme: '896',
      })),
    );
    const evidence = (
      document_code: string,
      id: string,
      kind: string,
      codes: string[],
      one: Known & { date: string },
    ) => ({
      document_code,
      evidence_id: id,
      kind,
      number: id,
      date: one.date,
      in_force_on: kind === 'promulgation' ? one.date : null,
      procedure_codes: codes,
      recorded_at: one.recorded_at,
      known_from: one.recorded_at,
      recorded_by_id: 'a',
      recorded_by_name: 'a',
      superseded_at: one.superseded_at,
    });
    const covering = [
      ...h.announced.map((a) => ({ ...a, kind: 'announcement' })),
      ...h.entered.map((a) => ({ ...a, kind: 'database-entry' })),
    ];
    await insertRows(trx, 'evidence', [
      ...Object.entries(h.inForce).map(([document, one]) =>
        evidence(document, 'E0', 'promulgation', [], one),
      ),
      ...covering.map((one, n) => evidence(one.document, `E${n + 1}`, one.kind, one.procedures, one.fact)),
    ]);
    await insertRows(
      trx,
      'evidence_procedure',
      covering.flatMap((one, n) =>
        one.procedures.map((procedure_code) => ({
          document_code: one.document,
          evidence_id: `E${n + 1}`,
          procedure_code,
          kind: one.kind,
          date: one.fact.date,
          recorded_at: one.fact.recorded_at,
          known_from: one.fact.recorded_at,
          superseded_at: one.fact.superseded_at,
        })),
      ),
    );
    await insertRows(
      trx,
      'baseline',
      h.baselines.map(({ date, recordedAt, members }) => ({
        id: date,
        programme: '896',
        date,
        reason: 'x',
        count: members.length,
        recorded_at: recordedAt,
        recorded_by: 'a',
        recorded_by_id: 'an',
      })),
    );
    await insertRows(
      trx,
      'baseline_member',
      h.baselines.flatMap(({ date, members }) =>
        members.map((procedure_code) => ({ baseline_id: date, procedure_code })),
      ),
    );
    await countAnew(trx, PROCEDURES);
  });
}

/** The same answer from the pure rules, one procedure at a time. */
function expected(h: History) {
  const known = (one: Known) =>
    one.recorded_at <= h.knownAt && (one.superseded_at === null || one.superseded_at > h.knownAt);
  const earliest = (dates: string[]) => dates.toSorted()[0] ?? null;
  const covered = (list: History['announced'], document: string, code: string) =>
    earliest(
      list
        .filter((one) => one.document === document && one.procedures.includes(code) && known(one.fact))
        .map((one) => one.fact.date),
    );
  const day = (code: string) =>
    countsOn(
      h.links
        .filter((link) => link.procedure === code && known(link.known))
        .map(({ document }) => {
          const inForce = h.inForce[document];
          return {
            inForceOn: inForce && known(inForce) ? inForce.date : null,
            announcedOn: covered(h.announced, document, code),
            enteredOn: covered(h.entered, document, code),
          };
        }),
    );
  const baseline = baselineAt(h.baselines, h);
  const set = baseline?.members ?? PROCEDURES;
  const days = set.map(day).filter((on) => on !== null && on <= h.asAt);
  return { baseline: baseline?.members.length ?? null, counted: days };
}

it('counts as the rules do, for any history, day and moment, and every part adds up', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (h) => {
      await write(h);
      const answer = await totals(test.db, '896', h);
      const { baseline, counted } = expected(h);
      const days = { asAt: h.asAt, knownAt: h.knownAt };
      expect(answer?.simplified).toBe(counted.length);
      expect(answer?.baseline?.count ?? null).toBe(baseline);
      expect(answer?.sharePercent).toBe(baseline === null ? null : sharePercent(counted.length, baseline));
      const sum = (parts: { simplified: number }[] | undefined) =>
        parts?.reduce((all, { simplified }) => all + simplified, 0);
      expect(sum(answer?.byMinistry)).toBe(counted.length);
      expect(sum(answer?.byYear)).toBe(counted.length);
      expect(sum(answer?.byMeasure)).toBe(counted.length);
      if (baseline !== null)
        expect(answer?.byMinistry.reduce((all, part) => all + part.baseline, 0)).toBe(baseline);
      const inYear = counted.filter((on) => on !== null && yearOf(on) === yearOf(h.asAt)).length;
      expect(answer?.byMinistry.reduce((all, part) => all + part.inYear, 0)).toBe(inYear);
      if (baseline !== null) expect(answer?.byMonth.at(-1)?.simplified).toBe(counted.length);
      const list = await listProcedures(test.db, reader, {
        ...h,
        programme: '896',
        status: 'simplified',
        limit: 2,
      });
      expect(list.total).toBe(counted.length);
      // The page of a procedure says it is outside the baseline of those alone that are left out of the number.
      const members = baselineAt(h.baselines, h)?.members ?? PROCEDURES;
      for (const code of PROCEDURES) {
        const page = await getProcedure(test.db, reader, code, { ...days, programme: '896' });
        expect(page?.inBaseline).toBe(members.includes(code));
      }
    }),
    { numRuns: 60 },
  );
});

it('explains the difference of any two days and moments line by line, and the causes add up', async () => {
  await fc.assert(
    fc.asyncProperty(history, day, moment, async (h, asAt, knownAt) => {
      await write(h);
      const to = { asAt: h.asAt, knownAt: h.knownAt };
      const asked = { programme: '896', from: { asAt, knownAt }, to };
      const answer = await difference(test.db, asked);
      const [first, second] = [await totals(test.db, '896', asked.from), await totals(test.db, '896', to)];
      expect(answer?.from).toMatchObject(sideOf(first));
      expect(answer?.to).toMatchObject(sideOf(second));
      const sum = (of: 'simplified' | 'baseline') =>
        answer?.causes.reduce((all, cause) => all + cause[of], 0) ?? Number.NaN;
      expect(sum('simplified')).toBe((second?.simplified ?? 0) - (first?.simplified ?? 0));
      expect(sum('baseline')).toBe((second?.baseline?.count ?? 0) - (first?.baseline?.count ?? 0));
      for (const [side, one] of [
        ['from', first],
        ['to', second],
      ] as const) {
        const parts = answer?.byMinistry.filter((part) => part[side].simplified > 0) ?? [];
        expect(new Map(parts.map((part) => [part.agency.code, part[side].simplified]))).toEqual(
          new Map(
            one?.byMinistry
              .filter((part) => part.simplified > 0)
              .map((part) => [part.agency.code, part.simplified]),
          ),
        );
      }
      const lines = await differenceBetween(test.db, { ...asked, limit: 100 });
      expect(lines.total).toBe(answer?.causes.reduce((all, { procedures }) => all + procedures, 0));
      expect(lines.items.reduce((all, { simplified }) => all + simplified, 0)).toBe(sum('simplified'));
      const same = await difference(test.db, { ...asked, from: to });
      expect(same?.causes).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('splits by level, field and document type into parts that add up, each as long as its list', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (h) => {
      await write(h);
      const whole = await totals(test.db, '896', h);
      const { byLevel, byField, byDocumentType, ...all } = await parts(test.db, '896', h);
      expect(all).toMatchObject({
        simplified: whole?.simplified,
        baseline: whole?.byMinistry.reduce((sum, part) => sum + part.baseline, 0),
      });
      const asked = { asAt: h.asAt, knownAt: h.knownAt, programme: '896', limit: 1 };
      const lists = [
        ...byLevel.map((part) => ({ part, filter: { level: part.level ?? ('none' as const) } })),
        ...byField.map((part) => ({ part, filter: { field: part.field ?? '' } })),
        ...byDocumentType.map((part) => ({ part, filter: { documentType: part.type ?? ('none' as const) } })),
      ];
      for (const { part, filter } of lists) {
        const any = await listProcedures(test.db, reader, { ...asked, ...filter, status: 'any' });
        const done = await listProcedures(test.db, reader, { ...asked, ...filter, status: 'simplified' });
        expect([any.total, done.total], JSON.stringify(filter)).toEqual([part.baseline, part.simplified]);
      }
      for (const list of [byLevel, byField, byDocumentType]) {
        const sum = (of: 'baseline' | 'simplified') => list.reduce((n, part) => n + part[of], 0);
        expect([sum('baseline'), sum('simplified')]).toEqual([all.baseline, all.simplified]);
      }
    }),
    { numRuns: 40 },
  );
});

const sideOf = (of: Awaited<ReturnType<typeof totals>>) => ({
  asAt: of?.asAt,
  baseline: of?.baseline,
  simplified: of?.simplified,
  sharePercent: of?.sharePercent,
});

it('turns every page of a list once', async () => {
  await write({
    links: [],
    inForce: {},
    announced: [],
    entered: [],
    baselines: [{ date: '2023-01-01', recordedAt: '2023-01-01T00:00:00.000Z', members: PROCEDURES }],
    asAt: '2024-01-01',
    knownAt: '2024-01-01T00:00:00.000Z',
  });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listProcedures(test.db, reader, {
      programme: '896',
      status: 'open',
      asAt: '2024-01-01',
      knownAt: '2024-01-01T00:00:00.000Z',
      limit: 2,
      cursor,
    });
    expect(page.total).toBe(PROCEDURES.length);
    seen.push(...page.items.map((item) => item.code));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(PROCEDURES);
});
