import { sql } from 'kysely';
import type { z } from 'zod';
import type { escalationList } from '@tinhgon/rules/views/notification';
import type { Db } from '../../schema.ts';

/** Which leaders were told of the open steps of a plan (`plan/{code}`) or document, and when; the earliest first. */
export async function listEscalations(db: Db, subject: string): Promise<z.infer<typeof escalationList>> {
  const { rows } = await sql<z.infer<typeof escalationList>[number]>`
    select n.step, min(n.created_at) as at,
      json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name collate "vi-x-icu", p.id) as "to"
    from notification n
    join person p on p.id = n.person_id
    join step_run s on s.subject = n.subject and s.step = n.step and s.opened_at = n.opened_at
      and s.due_on = n.due_on and s.finished_at is null
    where n.subject = ${subject} and n.kind = 'escalated'
    group by n.step order by at, n.step`.execute(db);
  return rows;
}
