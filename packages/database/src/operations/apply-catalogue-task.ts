import { dayOf } from '@tinhgon/rules/day';
import type { ErrorCode } from '@tinhgon/rules/errors';
import type { CatalogueTask } from '@tinhgon/rules/operation/task';
import { assertNever } from '@tinhgon/rules/vocabulary';
import type { CatalogueEventBody } from '../catalogue/event.ts';
import { isSame } from '../catalogue/is-same.ts';
import { type Stamp, writeCatalogue } from '../catalogue/write-catalogue.ts';
import { agencyByCode } from '../queries/catalogue/agencies.ts';
import { assignmentById } from '../queries/catalogue/assignments.ts';
import { delegationById } from '../queries/delegations.ts';
import { personById } from '../queries/catalogue/people.ts';
import type { Db, Trx } from '../schema.ts';

/** What is to be written, that it is there already, or that somebody changed it meanwhile. */
type Outcome = CatalogueEventBody | 'there' | ErrorCode;

/**
 * Does one change of the catalogue that belongs to an operation. Done again it changes nothing; what somebody changed
 * since the operation fixed its list is left as it is. Answers why it was not done, or null.
 */
export async function applyCatalogueTask(
  db: Db,
  subject: string,
  task: CatalogueTask,
  stamp: Stamp,
): Promise<ErrorCode | null> {
  return db.transaction().execute(async (trx) => {
    const outcome = await bodyOf(trx, subject.slice(subject.indexOf('/') + 1), task, stamp);
    if (outcome === 'there') return null;
    if (typeof outcome === 'string') return outcome;
    await writeCatalogue(trx, [{ subject, body: outcome }], stamp);
    return null;
  });
}

async function bodyOf(trx: Trx, code: string, task: CatalogueTask, stamp: Stamp): Promise<Outcome> {
  switch (task.type) {
    case 'saveAgency':
      return (
        replacing(await agencyByCode(trx, code), task.agency, task.was) ?? {
          type: 'agencySaved',
          agency: task.agency,
        }
      );
    case 'saveAssignment': {
      const { assignment, was } = task;
      return (
        replacing(await assignmentById(trx, code), assignment, was) ?? { type: 'assignmentSaved', assignment }
      );
    }
    case 'saveDelegation': {
      const { delegation, was } = task;
      return (
        replacing(await delegationById(trx, code), delegation, was) ?? {
          type: 'delegationContinued',
          delegation,
        }
      );
    }
    case 'deactivatePerson': {
      const person = await personById(trx, code);
      if (!person) return 'UNKNOWN_PERSON';
      return person.active ? { type: 'personSaved', person: { ...person, active: false } } : 'there';
    }
    case 'revokeDelegation': {
      const found = await delegationById(trx, code);
      if (!found || found.revokedAt !== null || found.to < dayOf(stamp.now)) return 'there';
      const { now: revokedAt, actor } = stamp;
      const revokedBy = { id: actor.id, name: actor.name };
      return { type: 'delegationRevoked', delegation: { ...found, revokedAt, revokedBy } };
    }
    case 'movePerson': {
      const person = await personById(trx, code);
      if (!person || (person.agency !== task.from && person.agency !== task.to)) return 'NOTHING_TO_MOVE';
      return person.agency === task.to
        ? 'there'
        : { type: 'personSaved', person: { ...person, agency: task.to } };
    }
    case 'moveProcedure':
      return await procedureBody(trx, code, task);
    default:
      return assertNever(task);
  }
}

/** Null when `next` is to be written in place of `was`. */
function replacing(found: object | null, next: object, was: object | null): 'there' | ErrorCode | null {
  if (isSame(found, next)) return 'there';
  if (was === null) return found === null ? null : 'CODE_TAKEN';
  return isSame(found, was) ? null : 'STALE_VERSION';
}

async function procedureBody(
  trx: Trx,
  code: string,
  { from, ministry, ministryFrom }: Extract<CatalogueTask, { type: 'moveProcedure' }>,
): Promise<Outcome> {
  const row = await trx.selectFrom('procedure').selectAll().where('code', '=', code).executeTakeFirst();
  const last = await trx
    .selectFrom('procedure_ministry')
    .select('ministry')
    .where('procedure_code', '=', code)
    .where('from', '<=', ministryFrom)
    .orderBy('from', 'desc')
    .executeTakeFirst();
  if (!row || (last?.ministry !== from && last?.ministry !== ministry)) return 'NOTHING_TO_MOVE';
  if (last.ministry === ministry) return 'there';
  const { name_vi: nameVi, name_en: nameEn, search: _search, ...facts } = row;
  return { type: 'procedureSaved', procedure: { ...facts, nameVi, nameEn, ministry, ministryFrom } };
}
