import type { AsAt } from '@tinhgon/rules/counting';
import { dayOf, type LegalDate } from '@tinhgon/rules/day';
import { addDays, startOfDay } from '@tinhgon/rules/days';
import { documentChainId } from '@tinhgon/rules/default-chains';
import type { DocumentFacts, ForecastFacts, UncountedFacts } from '@tinhgon/rules/forecast/facts';
import type { ApprovalLevel, DocumentType } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import type { Db, Trx } from '../../schema.ts';
import { baselinesCte, knownAtMoment } from '../counting/counted.ts';
import { termsInUse } from '../terms/terms-in-use.ts';
import { type Run, workThen } from './work-then.ts';

/** A plan that names no document for a procedure yet will need one its leader may issue. */
const SUPPOSED: Record<ApprovalLevel, DocumentType> = {
  minister: 'circular',
  'prime-minister': 'pm-decision',
  government: 'decree',
};

/**
 * What a forecast of a programme is reckoned from, as at a day and as known at a moment. Codes are subjects: `plan/…`,
 * `document/…`.
 */
export async function forecastFacts(db: Db, programme: string, asked: AsAt): Promise<ForecastFacts> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const terms = await termsInUse(trx, asked.asAt);
      const { documents, plans } = await workThen(trx, programme, asked.knownAt);
      const signed = await promulgations(trx, programme, asked);
      return {
        today: asked.asAt,
        calendar: terms.calendar,
        documents: documents.map(({ code, type, agency, chain, plannedSigningOn, runs }) => {
          const shortened = documentChainId({ type, shortened: true });
          return {
            code: `document/${code}`,
            agency,
            chain,
            shortened: chain.id === shortened ? null : terms.chain(shortened),
            plannedSigningOn,
            signedOn: signed.get(code)?.signed_on ?? null,
            inForceOn: signed.get(code)?.in_force_on ?? null,
            visits: visitsUntil(runs, asked.asAt),
          };
        }),
        plans: plans.map(({ code, agency, chain, level, reviewOn, measures, runs }) => ({
          code: `plan/${code}`,
          agency,
          chain,
          reviewOn,
          visits: visitsUntil(runs, asked.asAt),
          supposed: terms.chain(documentChainId({ type: SUPPOSED[level], shortened: false })),
          measures: measures.map((measure) => ({
            procedureCode: measure.procedureCode,
            documents: measure.documents.map((document) => `document/${document}`),
          })),
        })),
        ...(await membersOf(trx, programme, asked)),
      };
    });
}

/** What happened by the end of a day. */
function visitsUntil(runs: readonly Run[], day: LegalDate): DocumentFacts['visits'] {
  const end = startOfDay(addDays(day, 1));
  return runs
    .filter(({ opened_at }) => opened_at < end)
    .map((run) => ({
      step: run.step,
      openedOn: dayOf(run.opened_at),
      finishedOn: run.finished_at !== null && run.finished_at < end ? dayOf(run.finished_at) : null,
      ended: endOf(run, runs),
    }));
}

/** What came back went to the earliest of the steps that were opened that moment. */
function endOf(run: Run, runs: readonly Run[]): DocumentFacts['visits'][number]['ended'] {
  if (run.outcome === 'refused' || run.outcome === 'withdrawn') return 'given-up';
  if (run.outcome !== 'returned') return 'on';
  const [first] = runs
    .filter(({ opened_at, number }) => opened_at === run.finished_at && number < run.number)
    .toSorted((a, b) => a.number - b.number);
  return first ? { backTo: first.step } : 'on';
}

async function promulgations(trx: Trx, programme: string, asked: AsAt) {
  const { rows } = await sql<{ code: string; signed_on: LegalDate; in_force_on: LegalDate | null }>`
    select distinct on (e.document_code) e.document_code as code, e.date as signed_on, e.in_force_on
    from evidence e join document d on d.code = e.document_code
    where d.programme = ${programme} and e.kind = 'promulgation' and e.date <= ${asked.asAt}::date
      and e.known_from <= ${asked.knownAt}::timestamptz
      and (e.superseded_at is null or e.superseded_at > ${asked.knownAt}::timestamptz)
    order by e.document_code, e.in_force_on desc`.execute(trx);
  return new Map(rows.map((row) => [row.code, row]));
}

async function membersOf(
  trx: Trx,
  programme: string,
  asked: AsAt,
): Promise<Pick<ForecastFacts, 'uncounted' | 'counted' | 'baseline'>> {
  const { rows } = await sql<{ baseline: number; counted: number; uncounted: UncountedFacts[] | null }>`
    with ${baselinesCte(asked, programme)},
    member as materialized (
      select m.procedure_code, c.plan_code, c.counts_on
      from baseline_member m
      left join counted_period c on c.programme = ${programme} and c.procedure_code = m.procedure_code
        and ${knownAtMoment('c', asked)}
      where m.baseline_id = (select id from base where date <= ${asked.asAt}::date order by date desc limit 1)
    )
    select count(*)::int as baseline, count(*) filter (where counts_on <= ${asked.asAt}::date)::int as counted,
      json_agg(json_build_object('code', procedure_code, 'countsOn', counts_on, 'documents', coalesce((
        select json_agg('document/' || l.document_code) from link l
        where l.procedure_code = member.procedure_code and l.programme = ${programme}
          and l.plan_code = member.plan_code and ${knownAtMoment('l', asked)}), '[]')))
        filter (where counts_on is null or counts_on > ${asked.asAt}::date) as uncounted
    from member`.execute(trx);
  const [row] = rows;
  return { baseline: row?.baseline ?? 0, counted: row?.counted ?? 0, uncounted: row?.uncounted ?? [] };
}
