import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { baselineAt } from '@tinhgon/rules/counting';
import { yearOf } from '@tinhgon/rules/days';
import { sharePercent } from '@tinhgon/rules/share';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getProcedure, listProcedures } from '../src/queries/procedures/list-procedures.ts';
import { difference } from '../src/queries/difference/difference.ts';
import { differenceBetween } from '../src/queries/difference/difference-lines.ts';
import { totals } from '../src/queries/programmes/totals.ts';
import { parts } from '../src/queries/where-it-stands/parts.ts';
import { countedOf, day, history, moment, PROCEDURES, write } from './history.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const reader = { id: 'a', name: 'a', agency: 'BTP', roles: ['supervisor' as const], assignments: [] };
it('counts as the rules do, for any history, day and moment, and every part adds up', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (h) => {
      await write(test.db, h);
      const answer = await totals(test.db, '896', h);
      const { baseline, counted: days } = countedOf(h);
      const counted = [...days.values()];
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
      const inYear = counted.filter((on) => yearOf(on) === yearOf(h.asAt)).length;
      expect(answer?.byMinistry.reduce((all, part) => all + part.inYear, 0)).toBe(inYear);
      if (baseline !== null) expect(answer?.byMonth.at(-1)?.simplified).toBe(counted.length);
      const list = await listProcedures(test.db, reader, {
        ...h,
        programme: '896',
        status: 'simplified',
        limit: 2,
      });
      expect(list.total).toBe(counted.length);
      for (const { measure, simplified } of answer?.byMeasure ?? []) {
        const own = await listProcedures(test.db, reader, {
          asAt: h.asAt,
          knownAt: h.knownAt,
          programme: '896',
          status: 'simplified',
          measure,
          limit: 1,
        });
        expect(own.total, measure).toBe(simplified);
      }
      // The page of a procedure says it is outside the baseline of those alone that are left out of the number.
      const members = baselineAt(h.baselines, h)?.members ?? PROCEDURES;
      for (const code of PROCEDURES) {
        const page = await getProcedure(test.db, reader, code, {
          asAt: h.asAt,
          knownAt: h.knownAt,
          programme: '896',
        });
        expect(page?.inBaseline).toBe(members.includes(code));
      }
    }),
    { numRuns: 60 },
  );
});

it('explains the difference of any two days and moments line by line, and the causes add up', async () => {
  await fc.assert(
    fc.asyncProperty(history, day, fc.option(moment), async (h, asAt, knownAt) => {
      await write(test.db, h);
      const to = { asAt: h.asAt, knownAt: h.knownAt };
      // Two days as known at one moment are told apart by cells, others procedure by procedure.
      const asked = { programme: '896', from: { asAt, knownAt: knownAt ?? h.knownAt }, to };
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
      const ofCause = Map.groupBy(lines.items, ({ cause }) => cause);
      expect(new Set(ofCause.keys())).toEqual(new Set(answer?.causes.map(({ cause }) => cause)));
      for (const { cause, ...told } of answer?.causes ?? []) {
        const own = ofCause.get(cause) ?? [];
        const added = (of: 'simplified' | 'baseline') => own.reduce((all, line) => all + line[of], 0);
        expect({
          procedures: own.length,
          simplified: added('simplified'),
          baseline: added('baseline'),
        }).toEqual(told);
      }
      const same = await difference(test.db, { ...asked, from: to });
      expect(same?.causes).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('splits by level, field and document type into parts that add up, each as long as its list', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (h) => {
      await write(test.db, h);
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
  await write(test.db, {
    links: [],
    inForce: {},
    announced: [],
    entered: [],
    baselines: [{ date: '2023-01-01', recordedAt: '2023-01-01T00:00:00.000Z', members: PROCEDURES }],
    costs: [],
    moved: '2023-01-01T00:00:00.000Z',
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
