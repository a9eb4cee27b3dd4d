import type { Actor } from '@tinhgon/rules/actor';
import type { AsAt } from '@tinhgon/rules/counting';
import { homesOf } from '@tinhgon/rules/person';
import type { ResponsibilityView } from '@tinhgon/rules/views/where-it-stands';
import type { FunctionCode } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { momentOf, openOn, seatOn } from '../steps/open-on.ts';

type Unit = ResponsibilityView['units'][number];
type Work = Omit<Unit, 'function' | 'agency' | 'people'>;
interface Row extends Work {
  function: FunctionCode;
  agency: string | null;
  /** Null gathers what nobody has taken; `whole` are the unit's own numbers. */
  person: string | null;
  name: string | null;
  whole: boolean;
}

const DAYS_LOOKED_BACK = 365;

/**
 * What each unit and each of its people had open at the end of a day, and did in the year before. The numbers of a
 * person are for those who watch over all, and for colleagues of the unit's agency.
 */
export async function responsibility(
  db: Db,
  actor: Actor,
  { programme, ...asked }: AsAt & { readonly programme: string },
): Promise<ResponsibilityView> {
  const moment = sql`${momentOf(asked)}::timestamptz`;
  const { rows } = await sql<Row>`
    with run as (
      select s.function, coalesce(s.agency, seat.agency) as agency, s.holder_id as person, s.holder_name as name,
        s.opened_at, s.due_on, s.finished_at, s.procedures, ${openOn('s', asked)} as is_open
      from step_run s
      left join document d on s.kind = 'document' and d.code = s.code
      left join plan on s.kind = 'plan' and plan.code = s.code
      ${seatOn(asked.asAt)}
      where coalesce(d.programme, plan.programme) = ${programme} and s.opened_at < ${moment}
        and (s.finished_at is null or s.finished_at >= ${moment} - interval '1 day' * ${DAYS_LOOKED_BACK}::integer)
    )
    select function, agency, person, max(name) as name, grouping(person) = 1 as whole,
      count(*) filter (where is_open)::int as open,
      count(*) filter (where is_open and due_on < ${asked.asAt}::date)::int as overdue,
      coalesce(sum(procedures) filter (where is_open), 0)::int as procedures,
      min(opened_at) filter (where is_open) as "oldestSince",
      count(*) filter (where not is_open)::int as done,
      count(*) filter (where not is_open and (finished_at at time zone 'Asia/Ho_Chi_Minh')::date > due_on)::int as late
    from run
    group by grouping sets ((function, agency), (function, agency, person))`.execute(db);
  const units = rows.filter((row) => row.whole).toSorted(mostOverdueFirst);
  const refOf = await agencyRefs(
    db,
    units.flatMap(({ agency }) => (agency === null ? [] : [agency])),
  );
  const peopleOf = Map.groupBy(
    rows.filter((row) => !row.whole),
    unitKey,
  );
  const seesPeople = peopleSeenBy(actor);
  return {
    ...asked,
    units: units.map((unit) => ({
      function: unit.function,
      agency: unit.agency === null ? null : refOf(unit.agency),
      ...workOf(unit),
      people: seesPeople(unit.agency)
        ? (peopleOf.get(unitKey(unit)) ?? []).toSorted(mostOverdueFirst).map((row) => ({
            person: row.person === null ? null : { id: row.person, name: row.name ?? row.person },
            ...workOf(row),
          }))
        : null,
    })),
  };
}

function peopleSeenBy(actor: Actor): (agency: string | null) => boolean {
  if (actor.roles.length > 0) return () => true;
  const homes = homesOf(actor);
  return (agency) => agency !== null && homes.includes(agency);
}

const unitKey = ({ function: held, agency }: Row): string => `${held} ${agency ?? ''}`;
const mostOverdueFirst = (a: Row, b: Row): number =>
  b.overdue - a.overdue || b.open - a.open || b.done - a.done || (key(a) < key(b) ? -1 : 1);
const key = (row: Row): string => `${unitKey(row)} ${row.person ?? ''}`;
const workOf = ({ open, overdue, procedures, oldestSince, done, late }: Row): Work => ({
  open,
  overdue,
  procedures,
  oldestSince,
  done,
  late,
});
