import { type OperationRow, operationById } from '@tinhgon/database/operations/work-through';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import { maySeeOperation } from '@tinhgon/database/queries/operations/visible-operations';
import { refuse } from '../../errors/refusal.ts';

/** Throws Refusal NOT_FOUND: an operation one may not see does not exist. */
export async function visibleOperation(db: Db, actor: Actor, id: string): Promise<OperationRow> {
  const row = await operationById(db, id);
  if (!row || !(await maySeeOperation(db, actor, id))) throw refuse('NOT_FOUND');
  return row;
}
