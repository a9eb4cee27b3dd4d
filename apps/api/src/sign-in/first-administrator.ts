import { type Db, isEmptyOfPeople, saveAgency, savePerson } from '@tinhgon/database';
import enWords from '@tinhgon/language/en/domain.json' with { type: 'json' };
import viWords from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import { dayOf } from '@tinhgon/rules/day';
import { SYSTEM } from '@tinhgon/rules/person';
import type { Vouched } from './identity.ts';

const AGENCY = 'QTHT';
const PERSON = 'administrator';

/**
 * Enters whom ADMIN_SUBJECT names as the first person of an empty system, with the role administrator alone:
 * every other role and function is then given on screen. Null when there are people already.
 */
export async function makeFirstAdministrator(
  db: Db,
  vouched: Vouched,
  locale: 'vi' | 'en',
): Promise<string | null> {
  if (!(await isEmptyOfPeople(db))) return null;
  const now = new Date().toISOString();
  const stamp = { actor: SYSTEM, now };
  const words = locale === 'vi' ? viWords : enWords;
  await saveAgency(
    db,
    {
      code: AGENCY,
      nameVi: viWords.role.administrator,
      nameEn: enWords.role.administrator,
      kind: 'unit',
      parent: null,
      from: dayOf(now),
      to: null,
      successor: null,
    },
    stamp,
  );
  await savePerson(
    db,
    {
      id: PERSON,
      subject: vouched.subject,
      name: vouched.name ?? words.role.administrator,
      email: null,
      agency: AGENCY,
      roles: ['administrator'],
      active: true,
    },
    stamp,
  );
  return PERSON;
}
