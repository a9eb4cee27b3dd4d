import type { Actor } from '@tinhgon/rules/actor';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { foldPlan } from '@tinhgon/rules/plan/evolve';
import { lanesOf } from '@tinhgon/rules/plan/lanes';
import type { MeasureThen, PlanChangesView } from '@tinhgon/rules/views/changes';
import type { Db } from '../../schema.ts';
import { contentsOf } from '../../store-content.ts';
import { changedKeys, measuresThen, planContentOf } from '../changes/measures-then.ts';
import { momentOf, type Since } from '../changes/moment.ts';
import { procedureNames } from '../procedures/procedure-names.ts';
import { itemChanges } from './item-changes.ts';
import { pastOf } from './lineage.ts';
import { changedLines } from './plan-lines.ts';
import { visiblePlan } from './visible-plans.ts';

/**
 * What of a plan reads otherwise than at the reader's last decision or look, or after an event. A plan that was split
 * off is compared with what it was as part of the other. Null when it does not exist for the reader, or the event does
 * not. With an open step it is asked of that step's procedures alone, each since the reader last decided on it.
 */
export async function planChanges(
  db: Db,
  actor: Actor,
  code: string,
  since: Since,
  step?: string,
): Promise<PlanChangesView | null> {
  const row = await db
    .selectFrom('plan')
    .select('state')
    .where('code', '=', code)
    .where(visiblePlan(actor))
    .executeTakeFirst();
  if (!row) return null;
  const now = row.state;
  const parts = [{ subject: `plan/${code}`, upTo: now.seq }, ...(await pastOf(db, now))];
  const lane = lanesOf(now).find((one) => one.step.key === step);
  if (lane && (since === 'decision' || since === 'approval')) {
    return itemChanges(db, actor, now, lane.procedureCodes, parts, since === 'approval');
  }
  const found = await momentOf<PlanEvent, typeof now>(db, actor, since, parts, foldPlan);
  if (!found) return typeof since === 'number' ? null : { since: null, lines: [], procedures: [] };
  const before = found.state;
  const own = before.code === code;
  const contents = await contentsOf(db, [before.content, now.content]);
  const [old, text] = [before, now].map((state) => planContentOf(contents.get(state.content)));
  if (!old || !text) return null;
  return {
    since: found.since,
    // A plan that was split off has a name of its own from the beginning.
    lines: own ? changedLines(old, text) : [],
    procedures: await changedProcedures(db, measuresThen(before, old), measuresThen(now, text), own),
  };
}

async function changedProcedures(
  db: Db,
  before: ReadonlyMap<string, MeasureThen>,
  after: ReadonlyMap<string, MeasureThen>,
  own: boolean,
): Promise<PlanChangesView['procedures']> {
  // What a plan that was split off left behind is not gone.
  const codes = changedKeys(before, after).filter((code) => own || after.has(code));
  const nameOf = await procedureNames(db, codes);
  return codes.map((procedureCode) => ({
    procedureCode,
    name: nameOf(procedureCode),
    before: before.get(procedureCode) ?? null,
    after: after.get(procedureCode) ?? null,
  }));
}
