import { agencyByCode, type Db, maySeePlan } from '@tinhgon/database';
import type { Actor } from '@tinhgon/rules/actor';
import type { StandsOn } from '@tinhgon/rules/bottleneck/state';
import type { LegalDate } from '@tinhgon/rules/day';
import { refuse } from '../errors/refusal.ts';
import { checkAgencies, checkProcedures } from './references.ts';

/** Throws Refusal when there is nothing of that code for this person to raise a bottleneck on. */
export async function checkStandsOn(db: Db, actor: Actor, { kind, code }: StandsOn): Promise<void> {
  const field = 'on.code';
  switch (kind) {
    case 'procedure':
      await checkProcedures(db, [{ code, field }]);
      return;
    case 'document': {
      const row = await db.selectFrom('document').select('code').where('code', '=', code).executeTakeFirst();
      if (!row) throw refuse('UNKNOWN_DOCUMENT', { field });
      return;
    }
    case 'plan':
      if (!(await maySeePlan(db, actor, code))) throw refuse('UNKNOWN_PLAN', { field });
  }
}

/**
 * Whoever is to answer for something on a plan must see it: the plan's lead and co-ordinating agencies do. A
 * matter for others stands on the document or procedure. Throws Refusal AGENCY_OUTSIDE_PLAN.
 */
export async function checkResponsible(db: Db, on: StandsOn, agency: string): Promise<void> {
  if (on.kind === 'plan') await checkPlanOf(db, on.code, agency, 'responsible');
}

/** Throws Refusal unless `agency` leads the plan or co-ordinates it. */
export async function checkPlanOf(db: Db, code: string, agency: string, field = 'planCode'): Promise<void> {
  const plan = await db
    .selectFrom('plan')
    .select(['lead_agency', 'co_agencies'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (!plan) throw refuse('UNKNOWN_PLAN', { field });
  if (![plan.lead_agency, ...plan.co_agencies].includes(agency)) {
    throw refuse('AGENCY_OUTSIDE_PLAN', { field, details: { reason: field } });
  }
}

const INSPECTED = ['ministry', 'ministerial-agency', 'government-agency', 'province'];

/** Ministries and provinces of the day are inspected. Throws Refusal UNKNOWN_AGENCY. */
export async function checkInspectable(db: Db, code: string, day: LegalDate): Promise<void> {
  await checkAgencies(db, [{ code, field: 'agency' }], day);
  const agency = await agencyByCode(db, code);
  if (!agency || !INSPECTED.includes(agency.kind)) {
    throw refuse('UNKNOWN_AGENCY', { field: 'agency', details: { code } });
  }
}
