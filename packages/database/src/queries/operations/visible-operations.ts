import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import { maySeeAllOperations } from '@tinhgon/rules/operation/operation';
import type { Db } from '../../schema.ts';

/**
 * Which rows of `operation` exist for the reader: those they began, all of them for those who answer for all, and
 * changes of agencies for whoever leads or led one of the agencies, who signs the report.
 */
export function visibleOperations(actor: Actor): RawBuilder<boolean> {
  if (maySeeAllOperations(actor)) return sql<boolean>`true`;
  return sql<boolean>`(operation.by_id = ${actor.id} or exists (
    select from assignment a
    where a.person_id = ${actor.id} and a.function = 'minister' and a.agency is not null
      and (operation.parameters -> 'change' -> 'from' ? a.agency
        or operation.parameters -> 'change' -> 'to' ? a.agency)))`;
}

export async function maySeeOperation(db: Db, actor: Actor, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('operation')
    .select('id')
    .where('id', '=', id)
    .where(visibleOperations(actor))
    .executeTakeFirst();
  return row !== undefined;
}
