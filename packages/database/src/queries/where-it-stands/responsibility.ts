import type { Actor } from '@tinhgon/rules/actor';
import type { AsAt } from '@tinhgon/rules/counting';
import { homesOf } from '@tinhgon/rules/person';
import type { ResponsibilityView } from '@tinhgon/rules/views/where-it-stands';
import type { FunctionCode } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { momentThen, seatOn, stoodOn, stoodOpenOn } from '../steps/open-on.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';

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
  const lookedBackTo = new Date(Date.parse(momentThen(asked)) - DAYS_LOOKED_BACK * 86_400_000).toISOString();
  const { rows } = await sql<Row>`
    with known as (
      select *, true as is_open from step_period s where ${stoodOpenOn('s', asked)}
      union all
      select *, false from step_period s
      where s.finished_at between ${lookedBackTo}::timestamptz and ${momentThen(asked)}::timestamptz and ${stoodOn('s', asked)}
    ),
    run as (
      select s.function, coalesce(s.agency, seat.agency) as agency, s.holder_id as person, s.holder_name as name,
        s.opened_at, s.due_on, s.finished_at, s.procedures, s.is_open
      from known s
      ${seatOn(asked.asAt)}
      where s.programme = ${programme}
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
  const refOf = await agencyRefsThen(
    db,
    units.flatMap(({ agency }) => (agency === null ? [] : [agency])),
    asked,
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
