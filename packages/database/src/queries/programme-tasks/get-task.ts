import type { AsAt } from '@tinhgon/rules/counting';
import { LATEST_DATE } from '@tinhgon/rules/day';
import type { ProgrammeTaskView } from '@tinhgon/rules/views/programme-task';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { itemOf } from './list-tasks.ts';

/** A task as at a day, with all its versions the record had by a moment. */
export async function getTask(
  db: Db,
  code: string,
  { asAt, knownAt }: AsAt,
): Promise<ProgrammeTaskView | null> {
  const rows = await db
    .selectFrom('programme_task')
    .leftJoin('person', 'person.id', 'programme_task.person')
    .selectAll('programme_task')
    .select('person.name as person_name')
    .where('code', '=', code)
    .where('known_from', '<=', knownAt)
    .orderBy('version', 'desc')
    .execute();
  const [newest] = rows;
  if (!newest) return null;
  const refOf = await agencyRefs(
    db,
    rows.map(({ owner }) => owner),
  );
  return {
    ...itemOf(newest, refOf, asAt),
    programme: newest.programme,
    removed: newest.removed,
    versions: rows.map((row) => {
      const { standing: _standing, code: _code, ...version } = itemOf(row, refOf, LATEST_DATE);
      return {
        ...version,
        removed: row.removed,
        at: row.recorded_at,
        by: row.recorded_by,
        reason: row.reason,
      };
    }),
  };
}
