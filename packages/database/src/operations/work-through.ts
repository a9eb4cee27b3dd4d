import { type Selectable, sql } from 'kysely';
import type { Rejection } from '@tinhgon/rules/errors';
import {
  isEnded,
  type ItemOutcome,
  NO_PROGRESS,
  type OperationState,
  type Progress,
} from '@tinhgon/rules/operation/operation';
import type { OperationCounts } from '@tinhgon/rules/operation/parameters';
import type { Stamp } from '../catalogue/write-catalogue.ts';
import type { Db, Schema } from '../schema.ts';
import type { OperationEventBody } from './event.ts';
import { writeOperationEvent } from './write-operation-event.ts';

export type OperationRow = Selectable<Schema['operation']>;
export type OperationItemRow = Selectable<Schema['operation_item']>;

export async function operationById(db: Db, id: string): Promise<OperationRow | null> {
  const row = await db.selectFrom('operation').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function progressOf(db: Db, id: string): Promise<Progress> {
  const rows = await db
    .selectFrom('operation_item')
    .select(['outcome', sql<number>`count(*)::int`.as('n')])
    .where('operation', '=', id)
    .groupBy('outcome')
    .execute();
  return { ...NO_PROGRESS, ...Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])) };
}

/** The next subjects of the first stage that is not through; none while something of it has failed and nothing waits. */
export async function nextItems(db: Db, id: string, limit: number): Promise<OperationItemRow[]> {
  const open = db
    .selectFrom('operation_item')
    .select((eb) => eb.fn.min('stage').as('stage'))
    .where('operation', '=', id)
    .where('outcome', 'in', ['waiting', 'failed']);
  return await db
    .selectFrom('operation_item')
    .selectAll()
    .where('operation', '=', id)
    .where('outcome', '=', 'waiting')
    .where('stage', '=', open)
    .orderBy('ordinal')
    .limit(limit)
    .execute();
}

/** How one subject came off; its reason where it did not. */
export async function recordOutcome(
  db: Db,
  { operation, ordinal }: Pick<OperationItemRow, 'operation' | 'ordinal'>,
  outcome: ItemOutcome,
  rejection: Rejection | null,
  now: string,
): Promise<void> {
  await db
    .updateTable('operation_item')
    .set({
      outcome,
      code: rejection?.code ?? null,
      details: rejection?.details ? JSON.stringify(rejection.details) : null,
      attempts: sql<number>`attempts + 1`,
      at: now,
    })
    .where('operation', '=', operation)
    .where('ordinal', '=', ordinal)
    .execute();
}

export async function retryFailed(db: Db, id: string): Promise<void> {
  await db
    .updateTable('operation_item')
    .set({ outcome: 'waiting' })
    .where('operation', '=', id)
    .where('outcome', '=', 'failed')
    .execute();
}

/** Moves an operation on and puts it on record; one that has ended stays as it is. */
export async function noteOperation(
  db: Db,
  id: string,
  change: { readonly state: OperationState; readonly counts?: OperationCounts },
  body: OperationEventBody,
  stamp: Stamp,
): Promise<void> {
  const { state, counts } = change;
  await db.transaction().execute(async (trx) => {
    const moved = await trx
      .updateTable('operation')
      .set({
        state,
        ...(counts ? { counts: JSON.stringify(counts) } : {}),
        ...(isEnded(state) ? { finished_at: stamp.now } : {}),
      })
      .where('id', '=', id)
      .where('state', 'not in', ['done', 'cancelled'])
      .returning('id')
      .executeTakeFirst();
    if (moved) await writeOperationEvent(trx, id, body, stamp);
  });
}
