import { statesOfDocuments, statesOfPlans } from '@tinhgon/database/queries/operations/states';
import type { Actor } from '@tinhgon/rules/actor';
import { type BulkStart, bulkTask } from '@tinhgon/rules/operation/bulk';
import { isDateDecision } from '@tinhgon/rules/operation/bulk-decisions';
import { movedDate } from '@tinhgon/rules/operation/bulk-dates';
import type { OperationItem } from '@tinhgon/rules/operation/task';
import { Refusal } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';

/**
 * The command for each chosen plan and document. Where each date moves to is reckoned here, once: what has changed
 * since it was looked at is refused by its version. Throws Refusal for one that has no such date.
 */
export async function bulkTasks(
  { db }: Pick<RequestContext, 'db'>,
  actor: Actor,
  { action, items }: Pick<BulkStart, 'action' | 'items'>,
): Promise<OperationItem[]> {
  const codesOf = (kind: 'plan' | 'document') =>
    items.filter((one) => one.kind === kind).map(({ code }) => code);
  const moves = action.type === 'requestDateChange';
  const [plans, documents] = await Promise.all([
    moves ? statesOfPlans(db, actor, codesOf('plan')) : new Map(),
    moves ? statesOfDocuments(db, codesOf('document')) : new Map(),
  ]);
  return items.map((item, index) => {
    const subject = `${item.kind}/${item.code}`;
    if (isDateDecision(action.type) && item.requestId === undefined) {
      throw new Refusal({ code: 'INVALID_INPUT', field: `items.${index}.requestId` });
    }
    if (action.type !== 'requestDateChange') return { stage: 1, subject, task: bulkTask(action, item) };
    const state = (item.kind === 'plan' ? plans : documents).get(item.code);
    const field = `items.${index}.code`;
    if (!state) throw new Refusal({ code: 'NOT_FOUND', field });
    const moved = movedDate(state, action);
    if (!moved.ok) throw new Refusal({ ...moved.rejection, field });
    return { stage: 1, subject, task: bulkTask(action, item, moved.value.to) };
  });
}
