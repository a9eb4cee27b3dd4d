import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import { NO_PROGRESS, type Progress } from '@tinhgon/rules/operation/operation';
import type { operationListInput, OperationSummary } from '@tinhgon/rules/views/operation';
import type { OperationRow } from '../../operations/work-through.ts';
import type { Db } from '../../schema.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';
import { visibleOperations } from './visible-operations.ts';

const place = z.tuple([z.iso.datetime(), word(60)]);

/** A page of operations, the newest first: one's own, or all of them for those who answer for all. */
export async function listOperations(
  db: Db,
  actor: Actor,
  asked: z.output<typeof operationListInput>,
): Promise<{ items: OperationSummary[]; total: number; nextCursor: string | null }> {
  const mine = visibleOperations(actor);
  const after = placeOf(place, asked.cursor);
  const further = after
    ? sql<boolean>`(at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql<boolean>`true`;
  const [rows, all] = await Promise.all([
    db
      .selectFrom('operation')
      .selectAll()
      .where(mine)
      .where(further)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1)
      .execute(),
    db.selectFrom('operation').select(sql<number>`count(*)::int`.as('n')).where(mine).executeTakeFirst(),
  ]);
  const shown = rows.slice(0, asked.limit);
  const last = shown.at(-1);
  const progress = await progressOfAll(
    db,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map((row) => operationSummaryOf(row, progress.get(row.id) ?? NO_PROGRESS)),
    total: all?.n ?? 0,
    nextCursor: last && rows.length > asked.limit ? cursorOf([last.at, last.id]) : null,
  };
}

async function progressOfAll(db: Db, ids: readonly string[]): Promise<Map<string, Progress>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('operation_item')
    .select(['operation', 'outcome', sql<number>`count(*)::int`.as('n')])
    .where('operation', 'in', ids)
    .groupBy(['operation', 'outcome'])
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.operation)].map(([id, own]) => [
      id,
      { ...NO_PROGRESS, ...Object.fromEntries(own.map(({ outcome, n }) => [outcome, n])) },
    ]),
  );
}

export function operationSummaryOf(row: OperationRow, progress: Progress): OperationSummary {
  const { id, kind, parameters, state, at, finished_at: finishedAt } = row;
  return {
    id,
    kind,
    action: parameters.of === 'bulk' ? parameters.action.type : null,
    person: parameters.of === 'leaving' ? parameters.person : null,
    state,
    by: { id: row.by_id, name: row.by_name },
    at,
    finishedAt,
    progress,
  };
}
