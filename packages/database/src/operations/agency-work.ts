import { sql } from 'kysely';
import type { LegalDate } from '@tinhgon/rules/day';
import type { AgencyWork } from '@tinhgon/rules/operation/agency-work';
import type { AgencyChange } from '@tinhgon/rules/operation/parameters';
import type { Assignment } from '@tinhgon/rules/views/catalogue';
import { BOTTLENECK_PHASES, isBottleneckClosed } from '@tinhgon/rules/bottleneck/state';
import { CLOSED_PHASES } from '@tinhgon/rules/vocabulary';
import { delegationOf } from '../catalogue/delegation-row.ts';
import { agencyOf } from '../queries/catalogue/agencies.ts';
import type { Db } from '../schema.ts';

export const CLOSED_BOTTLENECKS = BOTTLENECK_PHASES.filter(isBottleneckClosed);

/** Everything that is found under the agencies whose work goes elsewhere. */
export async function agencyWork(db: Db, { from, to, effectiveOn }: AgencyChange): Promise<AgencyWork> {
  const [agencies, children, assignments, receiving, people, delegations, subjects, procedures] =
    await Promise.all([
      db.selectFrom('agency').selectAll().where('code', 'in', from).orderBy('code').execute(),
      db
        .selectFrom('agency')
        .selectAll()
        .where('parent', 'in', from)
        .where('to', 'is', null)
        .orderBy('code')
        .execute(),
      held(db, from, effectiveOn),
      held(db, to, effectiveOn),
      db.selectFrom('person').select(['id', 'agency']).where('agency', 'in', from).orderBy('id').execute(),
      delegationsOf(db, from, effectiveOn),
      openSubjectsOf(db, from),
      proceduresOf(db, from, effectiveOn),
    ]);
  return {
    agencies: agencies.map(agencyOf),
    children: children.map(agencyOf),
    assignments,
    receiving,
    people,
    delegations,
    subjects,
    procedures,
  };
}

async function held(db: Db, agencies: readonly string[], day: LegalDate): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('assignment')
    .selectAll()
    .where('agency', 'in', agencies)
    .where((eb) => eb.or([eb('to', 'is', null), eb('to', '>=', day)]))
    .orderBy('id')
    .execute();
  return rows.map(({ person_id, ...rest }) => ({ ...rest, personId: person_id }));
}

/** Delegations that are not over on the day, given by whoever holds something for one of the agencies. */
async function delegationsOf(db: Db, agencies: readonly string[], day: LegalDate) {
  const rows = await db
    .selectFrom('delegation')
    .selectAll()
    .where('revoked_at', 'is', null)
    .where('to', '>=', day)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('assignment')
          .select('assignment.id')
          .whereRef('assignment.person_id', '=', 'delegation.person_id')
          .where('assignment.agency', 'in', agencies),
      ),
    )
    .orderBy('id')
    .execute();
  return rows.map(delegationOf);
}

/** Everything open under one of the agencies; plans and documents with whoever holds their open steps. */
async function openSubjectsOf(db: Db, agencies: readonly string[]): Promise<AgencyWork['subjects']> {
  const { rows } = await sql<{ subject: string; agencies: string[]; holders: string[] }>`
    select found.subject, found.agencies,
      array(select distinct s.holder_id from step_run s
        where s.subject = found.subject and s.finished_at is null and s.holder_id is not null order by 1) as holders
    from (
      select 'plan/' || code as subject, array_prepend(lead_agency, co_agencies) as agencies from plan
      where phase <> all(${[...CLOSED_PHASES]}::text[])
        and (lead_agency = any(${agencies}::text[]) or co_agencies && ${agencies}::text[])
      union all
      select 'document/' || code, array[lead_agency] from document
      where phase <> all(${[...CLOSED_PHASES]}::text[]) and lead_agency = any(${agencies}::text[])
      union all
      select 'bottleneck/' || code, array[responsible, raised_for] from bottleneck
      where phase <> all(${CLOSED_BOTTLENECKS}::text[])
        and (responsible = any(${agencies}::text[]) or raised_for = any(${agencies}::text[]))
      union all
      select 'campaign/' || code, asked from campaign where phase = 'open' and asked && ${agencies}::text[]
      union all
      select 'inspection/' || code, array[agency] from inspection
      where phase = 'open' and agency = any(${agencies}::text[])
    ) found
    order by found.subject`.execute(db);
  return rows;
}

async function proceduresOf(
  db: Db,
  agencies: readonly string[],
  day: LegalDate,
): Promise<AgencyWork['procedures']> {
  const { rows } = await sql<{ code: string; ministry: string }>`
    select procedure_code as code, ministry from (
      select distinct on (procedure_code) procedure_code, ministry from procedure_ministry
      where "from" <= ${day}::date order by procedure_code, "from" desc) latest
    where ministry = any(${agencies}::text[]) order by procedure_code`.execute(db);
  return rows;
}
