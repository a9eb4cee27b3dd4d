import type { Person } from '@tinhgon/rules/views/catalogue';
import { personById } from '../queries/catalogue/people.ts';
import type { Db } from '../schema.ts';
import { SubjectTaken } from './errors.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

/** Enters or changes a person. @throws SubjectTaken when another person signs in under the same `subject`. */
export async function savePerson(db: Db, person: Person, stamp: Stamp): Promise<Person> {
  return db.transaction().execute(async (trx) => {
    const old = await personById(trx, person.id);
    const roles = [...new Set(person.roles)].sort();
    const saved = { ...person, roles };
    if (isSame(old, saved)) return saved;
    const other = await trx
      .selectFrom('person')
      .select('id')
      .where('subject', '=', person.subject)
      .where('id', '!=', person.id)
      .executeTakeFirst();
    if (other) throw new SubjectTaken(person.subject);
    await writeCatalogue(
      trx,
      [{ subject: `person/${person.id}`, body: { type: 'personSaved', person: saved } }],
      stamp,
    );
    return saved;
  });
}
