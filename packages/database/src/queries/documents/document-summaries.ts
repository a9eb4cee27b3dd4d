import { timingOf } from '@tinhgon/rules/clock';
import type { DocumentSummary } from '@tinhgon/rules/views/plan';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import type { ReadOn } from '../reader.ts';
import { missedByDocuments } from '../dates/missed-by-documents.ts';
import { daysToGo } from '../steps/days-to-go.ts';

/** Documents in short, in the order of `codes`; unknown ones are left out. */
export async function documentSummaries(
  db: Db,
  codes: readonly string[],
  { today, calendar }: ReadOn,
): Promise<DocumentSummary[]> {
  if (codes.length === 0) return [];
  const [documents, steps] = await Promise.all([
    db
      .selectFrom('document')
      .select(['code', 'type', 'number', 'title', 'lead_agency', 'phase', 'signed_on', 'in_force_on'])
      .select(['planned_in_force_on', 'procedures'])
      .where('code', 'in', codes)
      .execute(),
    db
      .selectFrom('step_run')
      .select(['code', 'step', 'number', 'due_on'])
      .where('kind', '=', 'document')
      .where('code', 'in', codes)
      .where('finished_at', 'is', null)
      .orderBy('number')
      .execute(),
  ]);
  const refOf = await agencyRefs(
    db,
    documents.map((row) => row.lead_agency),
  );
  const stepsOf = Map.groupBy(steps, (step) => step.code);
  const missedOf = await missedByDocuments(db, documents, stepsOf, { today, calendar });
  const byCode = new Map(documents.map((row) => [row.code, row]));
  return codes.flatMap((code) => {
    const row = byCode.get(code);
    if (!row) return [];
    const openSteps = (stepsOf.get(code) ?? []).map((step) => ({
      key: step.step,
      number: step.number,
      dueOn: step.due_on,
      timing: timingOf(step.due_on, today, calendar),
      daysLate: daysToGo(step.due_on, today, calendar).daysLate,
    }));
    const summary: DocumentSummary = {
      code,
      type: row.type,
      number: row.number,
      title: row.title,
      leadAgency: refOf(row.lead_agency),
      phase: row.phase,
      openSteps,
      signedOn: row.signed_on,
      inForceOn: row.in_force_on,
      plannedInForceOn: row.planned_in_force_on,
      missed: missedOf.get(code) ?? [],
      procedures: row.procedures,
    };
    return [summary];
  });
}
