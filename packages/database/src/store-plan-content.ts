import type { PlanContent } from '@tinhgon/rules/content';
import { figuresOf } from '@tinhgon/rules/cost/figures';
import { type Hash, hashOf } from '@tinhgon/rules/hash';
import { insertRows } from './insert-rows.ts';
import type { Db } from './schema.ts';
import { storeContent } from './store-content.ts';

/** As `storeContent`, with what the cost sheets of its measures come to. */
export async function storePlanContent(db: Db, content: PlanContent): Promise<Hash> {
  await keepCosts(db, [content]);
  return await storeContent(db, content);
}

/** Keeps what each cost sheet comes to, by the hash of its measure: the same measure is the same row. */
export async function keepCosts(db: Db, contents: readonly PlanContent[]): Promise<void> {
  const rows = new Map(
    contents.flatMap(({ measures }) =>
      measures.flatMap((measure) => {
        if (!measure.cost) return [];
        const { currentRun, proposedRun, ...year } = figuresOf(measure.cost);
        const hash = hashOf(measure);
        const row = {
          measure_hash: hash,
          current_run: currentRun,
          proposed_run: proposedRun,
          ...year,
          sheet: measure.cost,
        };
        return [[hash, row] as const];
      }),
    ),
  );
  await insertRows(db, 'measure_cost', [...rows.values()], { orIgnore: true });
}
