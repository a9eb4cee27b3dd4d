import { sql } from 'kysely';
import type { LegalDate } from '@tinhgon/rules/day';
import type { LeavingItem } from '@tinhgon/rules/leaving';
import type { PersonRef } from '@tinhgon/rules/person';
import type { FunctionCode, StepKey, Subject } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';
import { listAssignments } from '../catalogue/assignments.ts';
import { delegationsOf } from '../delegations.ts';

export interface LeavingStep extends LeavingItem {
  readonly subject: Subject;
  readonly code: string;
  readonly title: string;
  readonly step: StepKey;
}

interface Row {
  kind: Subject;
  code: string;
  title: string;
  step: StepKey;
  function: FunctionCode;
  agency: string | null;
  barred: string[];
  held: boolean;
  candidates: PersonRef[];
}

/** What hangs on a person on a day: steps claimed or that nobody else may act on, assignments, delegations, drafts. */
export async function leavingFacts(db: Db, personId: string, today: LegalDate) {
  const [steps, assignments, delegations, drafts] = await Promise.all([
    openSteps(db, personId, today),
    listAssignments(db, personId),
    delegationsOf(db, personId, today),
    db
      .selectFrom('draft')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow(),
  ]);
  const running = [...(delegations?.given ?? []), ...(delegations?.received ?? [])].filter(
    ({ state }) => state === 'running' || state === 'coming',
  );
  return {
    steps,
    assignments: assignments.filter(({ to }) => to === null || to > today),
    delegations: running.map(({ id, person, substitute }) => ({ id, person, substitute })),
    drafts: Number(drafts.n),
    colleagues: delegations?.substitutes ?? [],
  };
}

async function openSteps(db: Db, personId: string, today: LegalDate): Promise<LeavingStep[]> {
  const { rows } = await sql<Row>`
    select * from (
      select s.kind, s.code, coalesce(d.title, plan.name) as title, s.step, s.function, s.agency, s.barred, s.due_on,
        s.holder_id is not distinct from ${personId} as held,
        s.holder_id is null and exists (
          select from assignment a where a.person_id = ${personId} and a.function = s.function
            and (a.agency is null or a.agency = s.agency)
            and a."from" <= ${today}::date and (a."to" is null or a."to" >= ${today}::date)) as theirs,
        coalesce((
          select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name collate "vi-x-icu", p.id)
          from person p
          where p.active and p.id <> ${personId} and not (p.id = any(s.barred)) and exists (
            select from assignment a where a.person_id = p.id and a.function = s.function
              and (a.agency is null or a.agency = s.agency)
              and a."from" <= ${today}::date and (a."to" is null or a."to" >= ${today}::date))), '[]') as candidates
      from step_run s
      left join document d on s.kind = 'document' and d.code = s.code
      left join plan on s.kind = 'plan' and plan.code = s.code
      where s.finished_at is null
    ) open
    where held or (theirs and json_array_length(candidates) = 0)
    order by due_on nulls last, kind, code, step`.execute(db);
  return rows.map(({ kind, ...row }) => ({
    id: `${kind}/${row.code}/${row.step}`,
    subject: kind,
    code: row.code,
    title: row.title,
    step: row.step,
    function: row.function,
    agency: row.agency,
    barred: row.barred,
    held: row.held,
    candidates: row.candidates,
  }));
}
