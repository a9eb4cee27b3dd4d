import type { AsAt } from '@tinhgon/rules/counting';
import { countTasks, standingOf, type TaskStanding } from '@tinhgon/rules/programme-task/standing';
import type {
  ProgrammeTaskItem,
  ProgrammeTaskPage,
  programmeTaskListInput,
  TaskFilter,
} from '@tinhgon/rules/views/programme-task';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Schema } from '../../schema.ts';
import { searchPatterns } from '../../search-key.ts';
import type { AgencyRef } from '../agency-refs.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';

type Row = Schema['programme_task'] & { person_name: string | null };
type Asked = Omit<z.output<typeof programmeTaskListInput>, 'asAt' | 'knownAt'> & AsAt;
const place = z.tuple([z.int(), z.iso.date(), word(60)]);

const IN_FILTER: Readonly<Record<TaskFilter, readonly TaskStanding[]>> = {
  'on-time': ['on-time'],
  late: ['late'],
  open: ['open'],
  overdue: ['overdue'],
  done: ['on-time', 'late'],
  'not-done': ['open', 'overdue'],
};

/** Tasks of a programme that had been given by a day, those not done first, as the record had them by a moment. */
export async function listTasks(db: Db, asked: Asked): Promise<Omit<ProgrammeTaskPage, 'mayEnter'>> {
  const { programme, asAt, knownAt, limit } = asked;
  // As `standingOf` says.
  const tasks = sql`(
    select t.*, case
      when done_on <= ${asAt}::date then case when done_on <= deadline then 'on-time' else 'late' end
      when deadline < ${asAt}::date then 'overdue' else 'open' end as standing
    from (
      select distinct on (code) * from programme_task
      where programme = ${programme} and known_from <= ${knownAt}::timestamptz
      order by code, version desc
    ) t where not removed and assigned_on <= ${asAt}::date) t`;
  const matching = sql`true
    ${asked.paper === undefined ? sql`` : sql`and t.paper = ${asked.paper}`}
    ${asked.owner === undefined ? sql`` : sql`and t.owner = ${asked.owner}`}
    ${sql.join(
      searchPatterns(asked.q).map((pattern) => sql`and t.search like ${pattern}`),
      sql` `,
    )}`;
  const standing =
    asked.standing === undefined
      ? sql``
      : sql`and t.standing = any(${[...IN_FILTER[asked.standing]]}::text[])`;
  const isDone = sql`(t.standing in ('on-time', 'late'))::int`;
  const [done, deadline, code] = placeOf(place, asked.cursor) ?? [];
  const after =
    done === undefined
      ? sql``
      : sql`and (${isDone}, t.deadline, t.code) > (${done}, ${deadline}::date, ${code})`;
  const [page, counted, papers, owners] = await Promise.all([
    sql<Row>`
      select t.*, p.name as person_name from ${tasks} left join person p on p.id = t.person
      where ${matching} ${standing} ${after}
      order by ${isDone}, t.deadline, t.code limit ${limit + 1}`.execute(db),
    sql<{ standing: TaskStanding; count: number }>`
      select t.standing, count(*)::int as count from ${tasks} where ${matching} group by t.standing`.execute(
      db,
    ),
    sql<{ paper: string; standing: TaskStanding; count: number }>`
      select t.paper, t.standing, count(*)::int as count from ${tasks}
      group by t.paper, t.standing order by t.paper collate "vi-x-icu", t.paper`.execute(db),
    sql<{ owner: string }>`
      select t.owner from ${tasks} left join agency a on a.code = t.owner
      group by t.owner, a.name_vi order by a.name_vi collate "vi-x-icu", t.owner`.execute(db),
  ]);
  const rows = page.rows.slice(0, limit);
  const last = page.rows.length > limit ? rows.at(-1) : undefined;
  const named = [...rows, ...owners.rows].map(({ owner }) => owner);
  const refOf = await agencyRefsThen(db, named, { asAt, knownAt });
  const counts = countTasks(counted.rows.map((row) => [row.standing, row.count] as const));
  const shown = asked.standing === undefined ? null : new Set(IN_FILTER[asked.standing]);
  return {
    items: rows.map((row) => itemOf(row, refOf, asAt)),
    total: counted.rows
      .filter((row) => shown?.has(row.standing) ?? true)
      .reduce((sum, row) => sum + row.count, 0),
    nextCursor: last ? cursorOf([isDoneBy(last, asAt) ? 1 : 0, last.deadline, last.code]) : null,
    asAt,
    knownAt,
    counts,
    papers: [...Map.groupBy(papers.rows, ({ paper }) => paper)].map(([paper, parts]) => ({
      paper,
      counts: countTasks(parts.map((part) => [part.standing, part.count] as const)),
    })),
    owners: owners.rows.map(({ owner }) => refOf(owner)),
  };
}

type RefOf = (code: string) => AgencyRef;

const isDoneBy = ({ done_on: doneOn }: Pick<Row, 'done_on'>, asAt: string): boolean =>
  doneOn !== null && doneOn <= asAt;

export function itemOf(row: Row, refOf: RefOf, asAt: string): ProgrammeTaskItem {
  const done = isDoneBy(row, asAt);
  return {
    code: row.code,
    name: row.name,
    paper: row.paper,
    owner: refOf(row.owner),
    person: row.person === null ? null : { id: row.person, name: row.person_name ?? row.person },
    assignedOn: row.assigned_on,
    deadline: row.deadline,
    doneOn: done ? row.done_on : null,
    result: done ? row.result : '',
    standing: standingOf({ deadline: row.deadline, doneOn: row.done_on }, asAt),
    version: row.version,
  };
}
