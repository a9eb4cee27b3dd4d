import type { Chain } from '@tinhgon/rules/chain';
import type { LegalDate } from '@tinhgon/rules/day';
import type { DocumentEvent } from '@tinhgon/rules/document/event';
import { foldDocument } from '@tinhgon/rules/document/evolve';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { foldPlan } from '@tinhgon/rules/plan/evolve';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { FinishedStep } from '@tinhgon/rules/step';
import type { ApprovalLevel, DocumentType, StepKey } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import { eventOf } from '../../events/recorded-event.ts';
import { documentStepRows, planStepRows } from '../../rows/step-rows.ts';
import type { Trx } from '../../schema.ts';

/** One time in a step; `outcome` is null while it runs. */
export interface Run {
  readonly step: StepKey;
  readonly number: number;
  readonly opened_at: string;
  readonly finished_at: string | null;
  readonly outcome: FinishedStep['outcome'] | null;
}

interface Work {
  readonly code: string;
  readonly agency: string;
  readonly chain: Chain;
  readonly runs: readonly Run[];
}
export interface DocumentThen extends Work {
  readonly type: DocumentType;
  readonly plannedSigningOn: LegalDate | null;
}
export interface PlanThen extends Work {
  readonly level: ApprovalLevel;
  readonly reviewOn: LegalDate | null;
  readonly measures: readonly { readonly procedureCode: string; readonly documents: readonly string[] }[];
}

/**
 * A programme's documents and plans as they were known at a moment: of those nothing was recorded of since, the rows
 * there are; the others from their events until then, so that the answer stays the same whatever is recorded later.
 */
export async function workThen(
  trx: Trx,
  programme: string,
  knownAt: string,
): Promise<{ readonly documents: readonly DocumentThen[]; readonly plans: readonly PlanThen[] }> {
  const { rows } = await sql<{ subject: string }>`
    select distinct subject from event where written_at > ${knownAt}::timestamptz
      and (subject like 'plan/%' or subject like 'document/%')`.execute(trx);
  const since = rows.map(({ subject }) => subject);
  const events = await eventsUntil(trx, since, knownAt);
  const states = [...events].flatMap(([subject, list]) => {
    if (subject.startsWith('plan/')) return foldPlan(list as PlanEvent[]) ?? [];
    return foldDocument(list as DocumentEvent[]) ?? [];
  });
  const mine = states.filter((state) => state.programme === programme);
  return {
    documents: [
      ...(await documentsNow(trx, programme, since)),
      ...mine.flatMap((state) => (state.kind === 'document' ? documentOf(state) : [])),
    ],
    plans: [
      ...(await plansNow(trx, programme, since)),
      ...mine.flatMap((state) => (state.kind === 'plan' ? planOf(state) : [])),
    ],
  };
}

async function eventsUntil(trx: Trx, subjects: readonly string[], knownAt: string) {
  const rows =
    subjects.length === 0
      ? []
      : await trx
          .selectFrom('current_event')
          .selectAll()
          .where('subject', 'in', subjects)
          .where('written_at', '<=', knownAt)
          .orderBy('subject')
          .orderBy('seq')
          .execute();
  return Map.groupBy(rows.map(eventOf), (_, index) => rows[index]?.subject ?? '');
}

const runsOf = (state: PlanState | DocumentState, rows: ReturnType<typeof planStepRows>): readonly Run[] =>
  rows.map(({ step, number, opened_at, finished_at, run }) => ({
    step,
    number,
    opened_at,
    finished_at,
    outcome: finished_at === null ? null : (state.finishedSteps[run]?.outcome ?? null),
  }));

const documentOf = (state: DocumentState): DocumentThen => ({
  code: state.code,
  agency: state.leadAgency,
  chain: state.chain,
  type: state.type,
  plannedSigningOn: state.header.plannedSigningOn,
  runs: runsOf(state, documentStepRows(state)),
});

const planOf = (state: PlanState): PlanThen => ({
  code: state.code,
  agency: state.leadAgency,
  chain: state.chain,
  level: state.approvalLevel,
  reviewOn: state.header.reviewOn ?? state.header.deadline,
  measures: state.measures,
  runs: runsOf(state, planStepRows(state)),
});

/** Runs as JSON, with how each ended; of rows `of` that have a `state`. */
const runsColumn = (kind: 'plan' | 'document') => sql<Run[]>`
  coalesce((
    select json_agg(json_build_object('step', s.step, 'number', s.number, 'outcome', outcomes ->> s.run,
      'opened_at', to_char(s.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'finished_at', to_char(s.finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.run)
    from step_run s where s.subject = ${sql.lit(`${kind}/`)} || of.code), '[]')`;

async function documentsNow(trx: Trx, programme: string, except: readonly string[]): Promise<DocumentThen[]> {
  const { rows } = await sql<DocumentThen>`
    select of.code, of.lead_agency as agency, of.type, of.state -> 'chain' as chain,
      of.state #>> '{header,plannedSigningOn}' as "plannedSigningOn", ${runsColumn('document')} as runs
    from (
      select *, jsonb_path_query_array(state, '$.finishedSteps[*].outcome') as outcomes from document
      where programme = ${programme} and 'document/' || code <> all(${except}::text[])
    ) of`.execute(trx);
  return rows;
}

async function plansNow(trx: Trx, programme: string, except: readonly string[]): Promise<PlanThen[]> {
  const { rows } = await sql<PlanThen>`
    select of.code, of.lead_agency as agency, of.state -> 'chain' as chain, of.state ->> 'approvalLevel' as level,
      coalesce(of.state #>> '{header,reviewOn}', of.state #>> '{header,deadline}') as "reviewOn",
      coalesce((
        select json_agg(json_build_object('procedureCode', m.procedure_code, 'documents', m.documents) order by m.ordinal)
        from measure m where m.plan_code = of.code), '[]') as measures,
      ${runsColumn('plan')} as runs
    from (
      select *, jsonb_path_query_array(state, '$.finishedSteps[*].outcome') as outcomes from plan
      where programme = ${programme} and 'plan/' || code <> all(${except}::text[])
    ) of`.execute(trx);
  return rows;
}
