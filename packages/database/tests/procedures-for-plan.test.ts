import type { Actor } from '@tinhgon/rules/actor';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertRows } from '../src/insert-rows.ts';
import { getProcedure } from '../src/queries/procedures/list-procedures.ts';
import { proceduresForPlan } from '../src/queries/procedures/procedures-for-plan.ts';
import { history, PROCEDURES, write } from './history.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const drafter: Actor = { id: 'lan', name: 'Lan', agency: 'BTP', roles: [], assignments: [] };
const stranger: Actor = { ...drafter, agency: 'BCA' };

it('names first what a plan of the agency most likely means, for any history', async () => {
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.subarray([...PROCEDURES]),
      fc.constantFrom(drafter, stranger),
      fc.constantFrom('BTP', 'BCA', 'BNV', 'BYT'),
      fc.constantFrom(undefined, '1.0', '2', '03'),
      fc.integer({ min: 1, max: 6 }),
      async (h, planned, reader, leadAgency, q, limit) => {
        await test.db.deleteFrom('measure').execute();
        await write(test.db, h);
        const measures = planned.map((procedure_code, ordinal) => ({
          plan_code: 'P',
          procedure_code,
          ordinal,
          measure: 'amend' as const,
          documents: [],
        }));
        await insertRows(test.db, 'measure', measures);
        const asAt = { asAt: h.asAt, knownAt: h.knownAt };
        const facts = await Promise.all(
          PROCEDURES.filter((code) => q === undefined || code.includes(q)).map(async (code) => {
            const then = await getProcedure(test.db, reader, code, { programme: '896', ...asAt });
            // Whose a procedure is, is asked of today's knowledge.
            const now = await getProcedure(test.db, reader, code, {
              ...asAt,
              knownAt: '2099-01-01T00:00:00.000Z',
            });
            const own = now?.ministry.code === leadAgency;
            const simplified = then?.simplified ?? false;
            const members = h.baselines.filter(
              ({ date, recordedAt }) => date <= h.asAt && recordedAt <= h.knownAt,
            );
            const inBaseline =
              members.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]?.members.includes(code) ?? false;
            const plan = reader === drafter && planned.includes(code) ? 'P' : null;
            return { code, own, likely: own && !simplified && plan === null, simplified, inBaseline, plan };
          }),
        );
        const first = (told: boolean) => (told ? 0 : 1);
        const order = facts.toSorted(
          (a, b) =>
            first(a.likely) - first(b.likely) ||
            first(a.own) - first(b.own) ||
            first(!a.simplified) - first(!b.simplified) ||
            first(a.inBaseline) - first(b.inBaseline) ||
            a.code.localeCompare(b.code),
        );
        const answer = await proceduresForPlan(test.db, reader, {
          programme: '896',
          leadAgency,
          q,
          limit,
          ...asAt,
        });
        const told = answer.items.map(({ code, own, likely, simplified, inBaseline, plan }) => ({
          code,
          own,
          likely,
          simplified,
          inBaseline,
          plan,
        }));
        expect(told).toEqual(order.slice(0, limit));
        expect(answer.total).toBe(facts.length);
      },
    ),
    { numRuns: 60 },
  );
});
