import { hashOf } from '@tinhgon/rules/hash';
import type { OperationKind } from '@tinhgon/rules/operation/operation';
import type { OperationParameters } from '@tinhgon/rules/operation/parameters';
import type { OperationItem } from '@tinhgon/rules/operation/task';
import type { Stamp } from '../catalogue/write-catalogue.ts';
import type { Db } from '../schema.ts';
import { fixItems } from './fix-items.ts';
import { operationSubject, writeOperationEvent } from './write-operation-event.ts';

export interface NewOperation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly parameters: OperationParameters;
  /** Not before this moment; at once when null. */
  readonly startsAt: string | null;
  readonly undoes?: string;
  /** What it is about, where that is known now; else it is fixed when the operation begins. */
  readonly items?: readonly OperationItem[];
}

/** The id was used by somebody else, or for something else. */
export class OperationIdTaken extends Error {
  override readonly name = 'OperationIdTaken';
}

/**
 * Enters an operation and asks the worker to start it. Entering the same again changes nothing.
 *
 * @throws OperationIdTaken
 */
export async function beginOperation(db: Db, operation: NewOperation, stamp: Stamp): Promise<void> {
  const { id, kind, parameters, startsAt, undoes, items } = operation;
  await db.transaction().execute(async (trx) => {
    const entered = await trx
      .insertInto('operation')
      .values({
        id,
        kind,
        parameters: JSON.stringify(parameters),
        state: startsAt === null ? 'running' : 'scheduled',
        by_id: stamp.actor.id,
        by_name: stamp.actor.name,
        at: stamp.now,
        starts_at: startsAt,
        finished_at: null,
        undoes: undoes ?? null,
        counts: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!entered) {
      const known = await trx
        .selectFrom('operation')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const same =
        known.by_id === stamp.actor.id &&
        hashOf({ kind: known.kind, parameters: known.parameters }) === hashOf({ kind, parameters });
      if (!same) throw new OperationIdTaken(id);
      return;
    }
    await trx
      .insertInto('pending_start')
      .values({ subject: operationSubject(id), ready: true, asked_at: stamp.now })
      .execute();
    const started = { type: 'operationStarted', kind, parameters, ...(undoes ? { undoes } : {}) } as const;
    await writeOperationEvent(trx, id, started, { ...stamp, commandId: id });
    if (items) await fixItems(trx, id, items, stamp);
  });
}
