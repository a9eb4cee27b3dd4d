import type { StateOf } from '@tinhgon/rules/subject-kinds';
import { assertNever } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import type { Instant } from '@tinhgon/rules/days';
import { countAnew } from '../counting/count-anew.ts';
import { countProposed } from '../counting/count-proposed.ts';
import { touchedPlans, touchedProcedures } from '../counting/touched.ts';
import { insertRows } from '../insert-rows.ts';
import type { Schema, Trx } from '../schema.ts';
import { dateRequestRows, delayRows } from './date-rows.ts';
import { consultationRows } from './consultation-rows.ts';
import { coverRows, documentRow } from './document-rows.ts';
import type { LinkChange } from './link-changes.ts';
import { COST_KEY } from './cost-changes.ts';
import { measureRows, planRow } from './plan-rows.ts';
import { remarkRows } from './remark-rows.ts';
import { bottleneckRow, campaignRow, inspectionRow } from './bottleneck-rows.ts';
import type { RowChanges, SingleRow } from './row-changes.ts';
import { documentStepRows, planStepRows } from './step-rows.ts';
import { type PeriodChange, writePeriods } from './write-periods.ts';

const LINK_KEY = ['plan_code', 'procedure_code', 'document_code'];

/** Writes gathered changes as below, all of them within the record: what is being written is known from `moment`. */
export async function writeRows(trx: Trx, changes: RowChanges, moment: Instant): Promise<void> {
  await writeStanding(trx, changes);
  await writeKnown(trx, changes, moment);
}

/** As `writeRows`, without counting: for who counts everything in the end. */
export async function writeUncounted(trx: Trx, changes: RowChanges, moment: Instant): Promise<void> {
  await writeStanding(trx, changes);
  await writePeriodsOf(trx, changes, moment);
}

/**
 * Replaces the rows that say how each changed subject stands now. They depend on no moment and are their subject's alone:
 * who holds its head writes them before the record is entered, where everybody waits.
 */
export async function writeStanding(trx: Trx, changes: RowChanges): Promise<void> {
  const plans = [...changes.plans.values()];
  const documents = [...changes.documents.values()];
  const subjects = [
    ...[...changes.plans.keys()].map((code) => `plan/${code}`),
    ...[...changes.documents.keys()].map((code) => `document/${code}`),
  ];
  await remove(trx, [
    ['plan', 'code', [...changes.plans.keys()]],
    ['document', 'code', [...changes.documents.keys()]],
    ['step_run', 'subject', subjects],
    ['date_request', 'subject', subjects],
    ['delay', 'subject', subjects],
    ['measure', 'plan_code', [...changes.measuresOf]],
    ['remark', 'subject', [...changes.remarksOf.keys()]],
    ['consultation', 'document_code', [...changes.documents.keys()]],
    ...[...changes.single].map(([kind, states]) => [kind, 'code', [...states.keys()]] as const),
  ]);
  await insertRows(trx, 'plan', plans.map(planRow));
  await insertRows(trx, 'document', documents.map(documentRow));
  await insertRows(trx, 'step_run', [...plans.flatMap(planStepRows), ...documents.flatMap(documentStepRows)]);
  await insertRows(trx, 'date_request', [...plans, ...documents].flatMap(dateRequestRows));
  await insertRows(trx, 'delay', [...plans, ...documents].flatMap(delayRows));
  const remeasured = plans.filter((plan) => changes.measuresOf.has(plan.code));
  await insertRows(trx, 'measure', remeasured.flatMap(measureRows));
  await insertRows(trx, 'remark', [...changes.remarksOf.values()].flatMap(remarkRows));
  await insertRows(trx, 'consultation', documents.flatMap(consultationRows));
  await changes.files.write(trx);
  for (const [kind, states] of changes.single)
    await insertRows(trx, kind, [...states.values()].map(singleRow));
}

/**
 * Writes what is known from a moment, that of entering the record, and counts anew what it touches besides `forgotten`:
 * procedures whose links were taken away to be written again.
 */
export async function writeKnown(
  trx: Trx,
  changes: RowChanges,
  moment: Instant,
  forgotten: readonly string[] = [],
): Promise<void> {
  await writePeriodsOf(trx, changes, moment);
  await countAnew(trx, [...(await touchedProcedures(trx, changes)), ...forgotten]);
  await countProposed(trx, [...touchedPlans(changes), ...(forgotten.length > 0 ? changes.plans.keys() : [])]);
}

async function writePeriodsOf(trx: Trx, changes: RowChanges, moment: Instant): Promise<void> {
  await writePeriods(trx, 'link', LINK_KEY, changes.links.map(linkPeriod), moment);
  await writePeriods(trx, 'cost_period', COST_KEY, changes.costs, moment);
  await writeEvidence(trx, changes, moment);
  await changes.periods.write(trx, moment);
  await changes.steps.write(trx, moment);
}

function singleRow(state: StateOf[SingleRow]): object {
  switch (state.kind) {
    case 'bottleneck':
      return bottleneckRow(state);
    case 'campaign':
      return campaignRow(state);
    case 'inspection':
      return inspectionRow(state);
    default:
      return assertNever(state);
  }
}

/** Takes the rows of these keys out of their tables, in one statement. */
async function remove(
  trx: Trx,
  from: readonly (readonly [table: keyof Schema, column: string, keys: readonly string[]])[],
): Promise<void> {
  const asked = from.filter(([, , keys]) => keys.length > 0);
  if (asked.length === 0) return;
  const parts = asked.map(
    ([table, column, keys]) => sql`
      ${sql.ref(`gone_${table}`)} as (
        delete from ${sql.table(table)} where ${sql.ref(column)} = any(${keys}::text[])
      )`,
  );
  await sql`with ${sql.join(parts)} select`.execute(trx);
}

function linkPeriod({ change, at, ...link }: LinkChange): PeriodChange {
  const { planCode, procedureCode, documentCode, measure, programme } = link;
  const key = { plan_code: planCode, procedure_code: procedureCode, document_code: documentCode };
  return { change, at, row: { ...key, measure, programme } };
}

async function writeEvidence(trx: Trx, changes: RowChanges, moment: Instant): Promise<void> {
  const gone = new Map(
    changes.superseded.map(({ documentCode, evidenceId, at }) => [
      `${documentCode}\n${evidenceId}`,
      at ?? moment,
    ]),
  );
  const added = changes.evidence.map((row) => {
    const key = `${row.document_code}\n${row.evidence_id}`;
    const superseded_at = gone.get(key) ?? null;
    gone.delete(key);
    return { ...row, known_from: row.known_from ?? moment, superseded_at };
  });
  if (gone.size > 0) {
    const rows = JSON.stringify(
      [...gone].map(([key, superseded_at]) => {
        const [document_code, evidence_id] = key.split('\n');
        return { document_code, evidence_id, superseded_at };
      }),
    );
    for (const table of ['evidence', 'evidence_procedure'] as const) {
      await sql`
        update ${sql.table(table)} set superseded_at = gone.superseded_at
        from json_populate_recordset(null::evidence, ${rows}::json) gone
        where ${sql.table(table)}.document_code = gone.document_code
          and ${sql.table(table)}.evidence_id = gone.evidence_id`.execute(trx);
    }
  }
  await insertRows(trx, 'evidence', added);
  await insertRows(trx, 'evidence_procedure', added.flatMap(coverRows));
}
