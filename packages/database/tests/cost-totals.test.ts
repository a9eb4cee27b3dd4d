import { type YearFigures, summed } from '@tinhgon/rules/cost/figures';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { costInAll, costOfAgencies } from '../src/queries/cost/cost-of-agencies.ts';
import { costPlans } from '../src/queries/cost/cost-plans.ts';
import { costProcedures } from '../src/queries/cost/cost-procedures.ts';
import { programmeCost } from '../src/queries/cost/programme-cost.ts';
import { momentOf } from '../src/queries/steps/open-on.ts';
import { countedOf, type History, history, PROCEDURES, SHEETS, wasKnown, write } from './history.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const reader = { id: 'a', name: 'a', agency: 'BTP', roles: ['supervisor' as const], assignments: [] };

type Sheet = (typeof SHEETS)[number];
const sheetOf = (h: History, code: string, moment: string): Sheet | undefined =>
  h.costs.find(({ procedure, known }) => procedure === code && wasKnown(known, moment))?.sheet;

/** As any history, and what it leaves out is there from the first day on: procedures come to count, with a sheet. */
const FIRST_DAY = { date: '2023-01-01', recorded_at: '2023-01-01T00:00:00.000Z', superseded_at: null };
const full = history.map((h): History => {
  const covered = { document: 'TT-1', procedures: [...PROCEDURES], fact: FIRST_DAY };
  const without = (rows: readonly { readonly procedure: string }[]) =>
    PROCEDURES.filter((code) => !rows.some(({ procedure }) => procedure === code));
  return {
    ...h,
    links: [
      ...h.links.filter(({ document }) => document === 'TT-1'),
      ...without(h.links.filter(({ document }) => document === 'TT-1')).map((procedure) => ({
        procedure,
        document: 'TT-1',
        known: FIRST_DAY,
      })),
    ],
    costs: [
      ...h.costs,
      ...without(h.costs).map((procedure, n) => ({
        procedure,
        sheet: SHEETS[n % 3] ?? SHEETS[0],
        known: FIRST_DAY,
      })),
    ],
    baselines: h.baselines.map((baseline) => ({ ...baseline, members: [...PROCEDURES] })),
    inForce: { ...h.inForce, 'TT-1': FIRST_DAY },
    announced: [...h.announced, covered],
    entered: [...h.entered, covered],
  };
});

const figures = (procedures: number, sheets: readonly YearFigures[]) => {
  const { current, proposed, real, estimate } = summed(sheets);
  return {
    procedures,
    sheets: sheets.length,
    current,
    proposed,
    real,
    estimate,
    saving: current - proposed,
  };
};

it('adds up the cost of what is proposed and of what counts, for any history, day and moment, to the đồng', async () => {
  let costed = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(history, full), async (h) => {
      await write(test.db, h);
      const asked = { programme: '896', asAt: h.asAt, knownAt: h.knownAt };
      const answer = await programmeCost(test.db, asked);
      const counted = [...countedOf(h).counted.keys()];
      const sheets = counted.flatMap((code) => sheetOf(h, code, h.knownAt) ?? []);
      expect(answer.counted).toMatchObject(figures(counted.length, sheets));
      const then = momentOf(asked);
      const proposed = PROCEDURES.filter((code) =>
        h.links.some(({ procedure, known }) => procedure === code && wasKnown(known, then)),
      );
      expect(answer.proposed).toMatchObject(
        figures(
          proposed.length,
          proposed.flatMap((code) => sheetOf(h, code, then) ?? []),
        ),
      );
      for (const of of ['proposed', 'counted'] as const) {
        const parts = answer.byMinistry.map((part) => part[of]);
        const whole = figures(
          parts.reduce((n, part) => n + part.procedures, 0),
          parts,
        );
        expect({ ...whole, sheets: parts.reduce((n, part) => n + part.sheets, 0) }).toEqual(
          (({ percent: _percent, ...rest }) => rest)(answer[of]),
        );
      }
      const agencies: unknown[] = [];
      for await (const { agency, counted: part } of costOfAgencies(test.db, asked, 1))
        agencies.push([agency, part]);
      const withSheets = answer.byMinistry.filter((part) => part.counted.sheets > 0);
      expect(agencies).toEqual(withSheets.map((part) => [part.agency, part.counted]));
      const { counted: inAll, proposed: inPlans } = answer;
      expect(await costInAll(test.db, asked)).toEqual({
        counted: inAll,
        proposed: inPlans,
        agencies: agencies.length,
      });
      const lines = await costProcedures(test.db, { ...asked, limit: 50 });
      expect(lines.total).toBe(sheets.length);
      expect(lines.items.map(({ saving }) => saving)).toEqual(
        sheets.map(({ current, proposed: after }) => current - after).toSorted((a, b) => b - a),
      );
      for (const { agency, counted: part } of answer.byMinistry) {
        const own = await costProcedures(test.db, { ...asked, ministry: agency?.code ?? '', limit: 50 });
        expect([own.total, own.items.length]).toEqual([part.sheets, part.sheets]);
      }
      const seen: string[] = [];
      for (let cursor: string | undefined; seen.length <= sheets.length; ) {
        const page = await costProcedures(test.db, { ...asked, limit: 1, ...(cursor && { cursor }) });
        seen.push(...page.items.map(({ code }) => code));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(lines.items.map(({ code }) => code));
      const plans = await costPlans(test.db, reader, { ...asked, limit: 50 });
      const { sheets: withSheet, ...rest } = answer.proposed;
      expect(plans.items).toMatchObject(withSheet > 0 ? [{ code: 'P', sheets: withSheet, ...rest }] : []);
      if (sheets.length > 0) costed += 1;
    }),
    { numRuns: 80 },
  );
  // It is worth something only when procedures with a sheet come to count.
  expect(costed).toBeGreaterThan(10);
});
