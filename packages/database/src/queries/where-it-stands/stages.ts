import type { AsAt } from '@tinhgon/rules/counting';
import type { StagesView } from '@tinhgon/rules/views/where-it-stands';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { daysOpen, stoodOpenOn } from '../steps/open-on.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';

type Cell = StagesView['cells'][number];

/**
 * Where a programme's plans and documents stood at the end of a day, by step and lead agency, and for how long. Numbers
 * alone, of every plan: who may read a plan is asked where plans are named.
 */
export async function stages(db: Db, programme: string, asked: AsAt): Promise<StagesView> {
  const { rows } = await sql<Cell & { number: number }>`
    select s.kind as subject, s.step, s.ministry as agency, min(s.number) as number,
      count(*)::int as open, count(*) filter (where s.due_on < ${asked.asAt}::date)::int as overdue,
      sum(s.procedures)::int as procedures,
      percentile_disc(0.5) within group (order by ${daysOpen('s', asked)}) as "medianDays",
      max(${daysOpen('s', asked)}) as "oldestDays"
    from step_period s
    where s.programme = ${programme} and ${stoodOpenOn('s', asked)}
    group by s.kind, s.step, s.ministry`.execute(db);
  const stepsOf = Map.groupBy(rows, (row) => `${row.subject}/${row.step}`);
  const steps = [...stepsOf.values()].map(([first, ...rest]) => ({
    subject: first?.subject ?? 'plan',
    step: first?.step ?? '',
    number: Math.min(first?.number ?? 0, ...rest.map((row) => row.number)),
  }));
  const open = new Map<string, number>();
  for (const { agency, open: n } of rows) open.set(agency, (open.get(agency) ?? 0) + n);
  const refOf = await agencyRefsThen(db, [...open.keys()], asked);
  return {
    ...asked,
    steps: steps
      .toSorted(
        (a, b) => b.subject.localeCompare(a.subject) || a.number - b.number || (a.step < b.step ? -1 : 1),
      )
      .map(({ subject, step }) => ({ subject, step })),
    agencies: [...open]
      .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([agency]) => refOf(agency)),
    cells: rows.map(({ number: _number, ...cell }) => cell),
  };
}
