import { type PlanContent, planContentSchema } from '@tinhgon/rules/content';
import { hashOf } from '@tinhgon/rules/hash';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { MeasureThen } from '@tinhgon/rules/views/changes';

/** The procedures of a plan with what is written about them, as it read at one moment. */
export function measuresThen(
  state: Pick<PlanState, 'measures'>,
  content: PlanContent,
): ReadonlyMap<string, MeasureThen> {
  const written = new Map(content.measures.map((one) => [one.procedureCode, one]));
  return new Map(
    state.measures.map(({ procedureCode, measure, documents }) => {
      const { current = null, proposed = null, note = '', cost = null } = written.get(procedureCode) ?? {};
      return [procedureCode, { measure, current, proposed, note, cost, documents: [...documents] }];
    }),
  );
}

/** Keys under which something else stands than before, in the order of the new, those that are gone last. */
export function changedKeys<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): string[] {
  const gone = [...before.keys()].filter((key) => !after.has(key));
  return [...after.keys(), ...gone].filter(
    (key) => hashOf(before.get(key) ?? null) !== hashOf(after.get(key) ?? null),
  );
}

/** A plan's content row, as it was stored. */
export const planContentOf = (json: unknown): PlanContent | undefined =>
  planContentSchema.safeParse(json).data;
