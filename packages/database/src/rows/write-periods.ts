import { sql } from 'kysely';
import type { Instant } from '@tinhgon/rules/days';
import { insertRows } from '../insert-rows.ts';
import type { Trx } from '../schema.ts';

/** Something that began or ended to be on record. */
export interface PeriodChange {
  readonly change: 'begun' | 'ended';
  /** When that was written; undefined for now. */
  readonly at: Instant | undefined;
  readonly row: Readonly<Record<string, string>>;
}

/**
 * Ends periods on record, then begins new ones; of those with the same `key` one at a time. What began and ended at one
 * moment was never on record.
 */
export async function writePeriods(
  trx: Trx,
  table: 'link' | 'cost_period',
  key: readonly string[],
  changes: readonly PeriodChange[],
  moment: Instant,
): Promise<void> {
  const begun = new Map<string, PeriodChange['row'] & { known_from: Instant; known_to: Instant | null }>();
  const ended: object[] = [];
  const open = new Map<string, string>();
  for (const { change, at: writtenAt, row } of changes) {
    const name = key.map((column) => row[column]).join('\n');
    const at = writtenAt ?? moment;
    if (change === 'begun') {
      const place = `${name}\n${at}`;
      open.set(name, place);
      begun.set(place, { ...row, known_from: at, known_to: null } as never);
    } else {
      const place = open.get(name);
      const inMemory = place === undefined ? undefined : begun.get(place);
      if (place === undefined || !inMemory) {
        ended.push({ ...Object.fromEntries(key.map((column) => [column, row[column]])), known_to: at });
      } else if (inMemory.known_from >= at) begun.delete(place);
      else begun.set(place, { ...inMemory, known_to: at });
      open.delete(name);
    }
  }
  if (ended.length > 0) await endOnRecord(trx, table, key, ended);
  await insertRows(trx, table, [...begun.values()]);
}

async function endOnRecord(trx: Trx, table: string, key: readonly string[], ended: readonly object[]) {
  const own = sql.table(table);
  const isGone = sql.join(
    [
      ...key.map((column) => sql`${own}.${sql.ref(column)} = gone.${sql.ref(column)}`),
      sql`${own}.known_to is null`,
    ],
    sql` and `,
  );
  await sql`
    with gone as (select * from json_populate_recordset(null::${own}, ${JSON.stringify(ended)}::json)),
    never as (delete from ${own} using gone where ${isGone} and ${own}.known_from >= gone.known_to)
    update ${own} set known_to = gone.known_to from gone
    where ${isGone} and ${own}.known_from < gone.known_to`.execute(trx);
}
