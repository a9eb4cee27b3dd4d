import type { LegalDate } from '@tinhgon/rules/day';
import { leavingItems } from '@tinhgon/rules/operation/leaving-items';
import type { OperationItem } from '@tinhgon/rules/operation/task';
import type { Stamp } from '../catalogue/write-catalogue.ts';
import { leavingFacts } from '../queries/leaving/leaving-facts.ts';
import type { Db } from '../schema.ts';
import { fixItems, uuidOf } from './fix-items.ts';

/**
 * What still stands in the name of somebody who has left: claimed or given to them after the list was fixed, or
 * refused by whom it was to go to. Steps go back to their units. What is on the list already is not named again.
 * Answers how many.
 */
export async function fixLeftBehind(
  db: Db,
  id: string,
  personId: string,
  today: LegalDate,
  stamp: Stamp,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('operation_item')
      .select(['subject', 'task'])
      .where('operation', '=', id)
      .execute();
    const listed = new Set(known.map(keyOf));
    const { steps, assignments, delegations } = await leavingFacts(trx, personId, today);
    const work = {
      personId,
      active: false,
      steps: steps.filter(({ held }) => held).map((step) => ({ ...step, goesTo: { kind: 'unit' as const } })),
      assignments: assignments.map(({ id: held, function: of, agency, from, to }) => ({
        id: held,
        function: of,
        agency: agency?.code ?? null,
        from,
        to,
        successor: null,
      })),
      delegations: delegations.map((one) => one.id),
    };
    const items = leavingItems(work, today, (continued) => uuidOf([id, 'continues', continued]));
    const late = items.filter((item) => !listed.has(keyOf(item)));
    if (late.length > 0) await fixItems(trx, id, late, stamp);
    return late.length;
  });
}

const keyOf = ({ subject, task }: Pick<OperationItem, 'subject' | 'task'>): string =>
  task.type === 'passOnStep' ? `${subject} ${task.step} ${task.to ?? ''}` : `${subject} ${task.type}`;
