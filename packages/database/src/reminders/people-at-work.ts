import { sql } from 'kysely';
import type { LegalDate } from '@tinhgon/rules/day';
import type { PersonAtWork } from '@tinhgon/rules/reminders/people-at-work';
import type { Db } from '../schema.ts';

/** Active people with what they hold on a day, as far as any step may concern them; by id. */
export async function peopleAtWorkOn(db: Db, day: LegalDate): Promise<PersonAtWork[]> {
  const { rows } = await sql<PersonAtWork>`
    select p.id, 'programme-office' = any(p.roles) as "programmeOffice",
      coalesce(json_agg(json_build_object('function', a.function, 'agency', a.agency))
        filter (where a.id is not null), '[]') as assignments
    from person p
    left join assignment a on a.person_id = p.id
      and a."from" <= ${day}::date and (a."to" is null or a."to" >= ${day}::date)
    where p.active
    group by p.id
    having count(a.id) > 0 or 'programme-office' = any(p.roles)
    order by p.id`.execute(db);
  return rows;
}
