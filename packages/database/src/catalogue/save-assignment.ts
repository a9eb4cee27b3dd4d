import type { LegalDate } from '@tinhgon/rules/days';
import type { Assignment } from '@tinhgon/rules/views/catalogue';
import { assignmentById } from '../queries/catalogue/assignments.ts';
import { personById } from '../queries/catalogue/people.ts';
import type { Db } from '../schema.ts';
import { NoSuchPerson, NoSuchRow } from './errors.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

/** Gives a person a function, or changes for how long. @throws NoSuchPerson */
export async function saveAssignment(db: Db, assignment: Assignment, stamp: Stamp): Promise<Assignment> {
  return db.transaction().execute(async (trx) => {
    const old = await assignmentById(trx, assignment.id);
    if (isSame(old, assignment)) return assignment;
    if (!(await personById(trx, assignment.personId))) throw new NoSuchPerson(assignment.personId);
    await writeCatalogue(
      trx,
      [{ subject: `assignment/${assignment.id}`, body: { type: 'assignmentSaved', assignment } }],
      stamp,
    );
    return assignment;
  });
}

/** The last day on which an assignment holds. @throws NoSuchRow */
export async function endAssignment(
  db: Db,
  { id, to }: { id: string; to: LegalDate },
  stamp: Stamp,
): Promise<Assignment> {
  const old = await assignmentById(db, id);
  if (!old) throw new NoSuchRow(id);
  return saveAssignment(db, { ...old, to }, stamp);
}
