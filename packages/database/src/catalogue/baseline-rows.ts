import type { LegalDate } from '@tinhgon/rules/day';
import type { BaselineInput } from '@tinhgon/rules/views/catalogue';
import { sql } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Schema, Trx } from '../schema.ts';
import type { WrittenEvent } from './catalogue-rows.ts';
import type { CatalogueEvent } from './event.ts';

/** Names one recording of a baseline. */
export const baselineId = (subject: string, { seq }: { readonly seq: number }): string => `${subject}/${seq}`;

/** Recordings that hold from now on among these events. */
export const baselinesIn = (events: readonly WrittenEvent[]): string[] =>
  events.flatMap(({ subject, event }) =>
    event.type === 'baselineSaved' || event.type === 'baselineApproved' ? [baselineId(subject, event)] : [],
  );

type BaselineEvent = Extract<CatalogueEvent, { type: `baseline${string}` }>;
const isOfBaseline = (event: CatalogueEvent): event is BaselineEvent => event.type.startsWith('baseline');

/** Writes the rows of baselines and of what was proposed, in the order of their events. */
export async function applyBaselineEvents(trx: Trx, written: readonly WrittenEvent[]): Promise<void> {
  const baselines: Schema['baseline'][] = [];
  const members: Schema['baseline_member'][] = [];
  const proposals: Schema['baseline_proposal'][] = [];
  const confirmed: { id: string; confirmed_by: string; confirmed_at: string }[] = [];
  const decided: Pick<
    Schema['baseline_proposal'],
    'id' | 'state' | 'decided_at' | 'decided_by' | 'decided_reason'
  >[] = [];
  for (const { subject, event, writtenAt } of written) {
    if (!isOfBaseline(event)) continue;
    const { actor, at } = event;
    const decide = (id: string, state: Schema['baseline_proposal']['state'], reason: string | null) =>
      decided.push({ id, state, decided_at: at, decided_by: actor.name, decided_reason: reason });
    const hold = (
      baseline: BaselineInput,
      who: Pick<Schema['baseline'], 'recorded_by' | 'recorded_by_id' | 'confirmed_by' | 'confirmed_at'>,
    ) => {
      const id = baselineId(subject, event);
      const codes = [...new Set(baseline.procedureCodes)];
      baselines.push({ id, ...setOf(baseline), count: codes.length, recorded_at: writtenAt, ...who });
      members.push(...codes.map((procedure_code) => ({ baseline_id: id, procedure_code })));
    };
    switch (event.type) {
      case 'baselineSaved':
        hold(event.baseline, {
          recorded_by: actor.name,
          recorded_by_id: actor.id,
          confirmed_by: null,
          confirmed_at: null,
        });
        break;
      case 'baselineConfirmed':
        confirmed.push({
          id: baselineId(subject, { seq: event.of }),
          confirmed_by: actor.name,
          confirmed_at: at,
        });
        break;
      case 'baselineProposed':
        proposals.push({
          id: event.proposal,
          ...setOf(event.baseline),
          base_id: event.base,
          procedure_codes: event.baseline.procedureCodes,
          state: 'proposed',
          proposed_at: at,
          proposed_by: actor.name,
          proposed_by_id: actor.id,
          decided_at: null,
          decided_by: null,
          decided_reason: null,
        });
        break;
      case 'baselineApproved': {
        hold(event.baseline, {
          recorded_by: event.proposedBy.name,
          recorded_by_id: event.proposedBy.id,
          confirmed_by: actor.name,
          confirmed_at: at,
        });
        decide(event.proposal, 'approved', null);
        break;
      }
      case 'baselineRefused':
        decide(event.proposal, 'refused', event.reason);
        break;
      case 'baselineWithdrawn':
        decide(event.proposal, 'withdrawn', null);
        break;
    }
  }
  await insertRows(trx, 'baseline', baselines);
  await insertRows(trx, 'baseline_member', members);
  await insertRows(trx, 'baseline_proposal', proposals);
  for (const { id, ...row } of confirmed) {
    await trx.updateTable('baseline').set(row).where('id', '=', id).execute();
  }
  for (const { id, ...row } of decided) {
    await trx.updateTable('baseline_proposal').set(row).where('id', '=', id).execute();
  }
}

const setOf = ({ programme, date, reason, decision }: BaselineInput) => ({
  programme,
  date,
  reason,
  decision: decision ?? null,
});

/** The baseline in force on a day as far as is known now. */
export async function baselineOn(trx: Trx, programme: string, day: LegalDate) {
  return trx
    .selectFrom('baseline')
    .select(['id', 'date', 'reason', 'decision', 'count', 'recorded_by_id'])
    .where('programme', '=', programme)
    .where('date', '<=', day)
    .orderBy('date', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Its members, sorted. */
export async function membersOf(trx: Trx, baseline: string): Promise<string[]> {
  const { rows } = await sql<{ codes: string[] }>`
    select coalesce(array_agg(procedure_code order by procedure_code), '{}') as codes
    from baseline_member where baseline_id = ${baseline}`.execute(trx);
  return rows[0]?.codes ?? [];
}
