import type { LegalDate } from '@tinhgon/rules/day';
import { agencyItems } from '@tinhgon/rules/operation/agency-items';
import { mirrorItem } from '@tinhgon/rules/operation/mirror-item';
import type { AgencyChange } from '@tinhgon/rules/operation/parameters';
import type { OperationItem } from '@tinhgon/rules/operation/task';
import type { Stamp } from '../catalogue/write-catalogue.ts';
import type { Db, Trx } from '../schema.ts';
import { agencyWork } from './agency-work.ts';
import { countWork } from './count-work.ts';
import { fixItems, uuidOf } from './fix-items.ts';
import type { OperationRow } from './work-through.ts';

/** Agencies a change is about, in its order. */
export const agenciesOf = ({ from, to }: Pick<AgencyChange, 'from' | 'to'>): string[] => [
  ...new Set([...from, ...to]),
];

/** What a change does as things stand now. */
export async function itemsOfChange(db: Db, id: string, change: AgencyChange): Promise<OperationItem[]> {
  return agencyItems(change, await agencyWork(db, change), (continued) =>
    uuidOf([id, 'continues', continued]),
  );
}

/** Fixes what a change of agencies moves, and how much of everything there was; once. */
export async function fixAgencyChange(
  db: Db,
  row: OperationRow,
  change: AgencyChange,
  today: LegalDate,
  stamp: Stamp,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { counts } = await trx
      .selectFrom('operation')
      .select('counts')
      .where('id', '=', row.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (counts) return;
    const items =
      row.undoes === null ? await itemsOfChange(trx, row.id, change) : await mirrored(trx, row.undoes, today);
    const before = await countWork(trx, agenciesOf(change), today);
    await trx
      .updateTable('operation')
      .set({ counts: JSON.stringify({ before }), state: 'running' })
      .where('id', '=', row.id)
      .execute();
    await fixItems(trx, row.id, items, stamp);
  });
}

/**
 * What came under the old agencies after the list was fixed: begun by somebody whose request was on its way. Whatever
 * is on the list already is not named again. Answers how many.
 */
export async function fixLatecomers(db: Db, id: string, change: AgencyChange, stamp: Stamp): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('operation_item')
      .select(['subject', 'task'])
      .where('operation', '=', id)
      .execute();
    const keyOf = ({ subject, task }: Pick<OperationItem, 'subject' | 'task'>): string =>
      `${subject} ${task.type === 'moveAgency' ? task.move.from : task.type}`;
    const listed = new Set(known.map(keyOf));
    const late = (await itemsOfChange(trx, id, change)).filter((item) => !listed.has(keyOf(item)));
    if (late.length > 0) await fixItems(trx, id, late, stamp);
    return late.length;
  });
}

/** The mirror of everything an operation did, in reverse: what was refused or never reached stays as it is. */
async function mirrored(trx: Trx, undone: string, today: LegalDate): Promise<OperationItem[]> {
  const rows = await trx
    .selectFrom('operation_item')
    .leftJoin('current_event', (join) =>
      join
        .onRef('current_event.subject', '=', 'operation_item.subject')
        .onRef('current_event.command_id', '=', (eb) => eb.cast<string>('operation_item.command_id', 'text')),
    )
    .select(['operation_item.subject', 'stage', 'task', 'payload'])
    .where('operation', '=', undone)
    .where('outcome', '=', 'done')
    .orderBy('ordinal', 'desc')
    .execute();
  return rows
    .map(({ payload, ...item }) => mirrorItem(item, today, payload?.['before']))
    .filter((item) => item !== null)
    .sort((a, b) => a.stage - b.stage);
}
