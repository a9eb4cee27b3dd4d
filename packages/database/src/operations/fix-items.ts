import { hashOf } from '@tinhgon/rules/hash';
import type { OperationItem } from '@tinhgon/rules/operation/task';
import type { Stamp } from '../catalogue/write-catalogue.ts';
import { insertRows } from '../insert-rows.ts';
import type { Trx } from '../schema.ts';
import { writeOperationEvent } from './write-operation-event.ts';

/** Fixes what an operation is about. What it has already is not named again. */
export async function fixItems(
  trx: Trx,
  id: string,
  items: readonly OperationItem[],
  stamp: Stamp,
): Promise<void> {
  const { last } = await trx
    .selectFrom('operation_item')
    .select((eb) => eb.fn.coalesce(eb.fn.max('ordinal'), eb.lit(0)).as('last'))
    .where('operation', '=', id)
    .executeTakeFirstOrThrow();
  const rows = items.map(({ stage, subject, task }, index) => ({
    operation: id,
    ordinal: last + index + 1,
    stage,
    subject,
    task,
    command_id: uuidOf([id, last + index + 1, subject]),
    outcome: 'waiting',
    code: null,
    details: null,
    attempts: 0,
    at: null,
  }));
  await insertRows(trx, 'operation_item', rows);
  const selection = hashOf(items.map(({ subject }) => subject));
  await writeOperationEvent(trx, id, { type: 'operationFixed', items: items.length, selection }, stamp);
}

/** A UUID that is always the same for the same words: trying again is the same command. */
export function uuidOf(words: readonly (string | number)[]): string {
  const hex = hashOf(words);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
