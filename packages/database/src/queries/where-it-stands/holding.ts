import type { Actor } from '@tinhgon/rules/actor';
import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { AsAt } from '@tinhgon/rules/counting';
import type { HoldingLine, holdingInput, holdingPage } from '@tinhgon/rules/views/where-it-stands';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Schema } from '../../schema.ts';
import { cursorOf, dayOrNever, NEVER, placeOf, word } from '../cursor.ts';
import { visiblePlans } from '../plans/visible-plans.ts';
import { daysToGo } from '../steps/days-to-go.ts';
import { holderOf } from '../steps/holder-of.ts';
import { daysOpen, seatOn, stoodOn, stoodOpenOn } from '../steps/open-on.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';

type Asked = Omit<z.output<typeof holdingInput>, 'asAt' | 'knownAt'> &
  AsAt & { readonly programme: string; readonly calendar: WorkingCalendar };

type Row = Pick<
  Schema['step_period'],
  'subject' | 'step' | 'opened_at' | 'place' | 'function' | 'due_on' | 'procedures'
> &
  Pick<Schema['step_period'], 'holder_id' | 'holder_name' | 'on_behalf_of' | 'ministry'> & {
    kind: 'plan' | 'document';
    code: string;
    title: string;
    held_by: string | null;
    finished: string | null;
    days: number;
  };

const place = z.tuple([dayOrNever, word(200), word(60), z.iso.datetime(), z.int()]);

/**
 * Who had what at the end of a day and since when, by due day, undated last. What has ended since says when, as far as was
 * known. Which plans it names is decided by what the reader may open today.
 */
export async function holding(db: Db, actor: Actor, asked: Asked): Promise<z.infer<typeof holdingPage>> {
  const { asAt, knownAt } = asked;
  const conditions = [
    stoodOpenOn('s', asked),
    sql`s.programme = ${asked.programme}`,
    ...(asked.ministry === undefined ? [] : [sql`s.ministry = ${asked.ministry}`]),
    ...(asked.step === undefined ? [] : [sql`s.step = ${asked.step}`]),
    ...(asked.subject === undefined ? [] : [sql`s.kind = ${asked.subject}`]),
    ...(asked.function === undefined ? [] : [sql`s.function = ${asked.function}`]),
    ...(asked.agency === undefined ? [] : [sql`coalesce(s.agency, seat.agency) = ${asked.agency}`]),
    ...(asked.person === undefined ? [] : [sql`s.holder_id = ${asked.person}`]),
    ...(asked.timing === 'overdue' ? [sql`s.due_on < ${asAt}::date`] : []),
  ];
  const from = sql`
    from step_period s
    left join plan on s.kind = 'plan' and plan.code = s.code
    ${seatOn(asked.asAt)}
    where ${sql.join(conditions, sql` and `)}`;
  const readable = sql`(s.kind = 'document' or ${visiblePlans(actor)})`;
  const [day, subject, step, opened, nth] = placeOf(place, asked.cursor) ?? [];
  const after =
    day === undefined
      ? sql``
      : sql`and (coalesce(s.due_on, ${NEVER}), s.subject, s.step, s.opened_at, s.place)
          > (${day}::date, ${subject}, ${step}, ${opened}::timestamptz, ${nth}::integer)`;
  const [page, all] = await Promise.all([
    sql<Row>`
      select s.kind, s.code, s.step, s.function, s.due_on, s.procedures, s.holder_id, s.holder_name, s.on_behalf_of,
        s.subject, s.opened_at, s.place, s.ministry, coalesce(s.agency, seat.agency) as held_by,
        (select title from subject_period st where st.subject = s.subject and ${stoodOn('st', asked)}) as title,
        (select min(e.finished_at) from step_period e
          where e.subject = s.subject and e.step = s.step and e.opened_at = s.opened_at
            and e.known_from <= ${asked.knownAt}::timestamptz) as finished,
        ${daysOpen('s', asked)} as days
      ${from} and ${readable} ${after}
      order by coalesce(s.due_on, ${NEVER}), s.subject, s.step, s.opened_at, s.place
      limit ${asked.limit + 1}`.execute(db),
    sql<{ open: number; readable: number }>`
      select count(*)::int as open, count(*) filter (where ${readable})::int as readable ${from}`.execute(db),
  ]);
  const rows = page.rows.slice(0, asked.limit);
  const last = page.rows.length > asked.limit ? rows.at(-1) : undefined;
  const refOf = await agencyRefsThen(
    db,
    rows.flatMap((row) => [row.ministry, ...(row.held_by === null ? [] : [row.held_by])]),
    asked,
  );
  const { open = 0, readable: total = 0 } = all.rows[0] ?? {};
  return {
    asAt,
    knownAt,
    items: rows.map(
      (row): HoldingLine => ({
        subject: row.kind,
        code: row.code,
        title: row.title,
        ministry: refOf(row.ministry),
        step: row.step,
        function: row.function,
        agency: row.held_by === null ? null : refOf(row.held_by),
        holder: holderOf(row),
        since: row.opened_at,
        days: row.days,
        dueOn: row.due_on,
        ...daysToGo(row.due_on, asAt, asked.calendar),
        finishedAt: row.finished,
        procedures: row.procedures,
      }),
    ),
    total,
    hidden: open - total,
    nextCursor: last
      ? cursorOf([last.due_on ?? NEVER, last.subject, last.step, last.opened_at, last.place])
      : null,
  };
}
