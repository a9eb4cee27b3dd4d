import { sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { Db } from '../../schema.ts';
import { visiblePlan } from '../plans/visible-plans.ts';

/** How the plans stand that exist for the reader, by code. */
export async function statesOfPlans(
  db: Db,
  actor: Actor,
  codes: readonly string[],
): Promise<Map<string, PlanState>> {
  const rows = await db
    .selectFrom('plan')
    .select(['code', 'state'])
    .where('code', '=', sql<string>`any(${[...codes]}::text[])`)
    .where(visiblePlan(actor))
    .execute();
  return new Map(rows.map(({ code, state }) => [code, state]));
}

/** The same for documents, whose header everybody sees. */
export async function statesOfDocuments(
  db: Db,
  codes: readonly string[],
): Promise<Map<string, DocumentState>> {
  const rows = await db
    .selectFrom('document')
    .select(['code', 'state'])
    .where('code', '=', sql<string>`any(${[...codes]}::text[])`)
    .execute();
  return new Map(rows.map(({ code, state }) => [code, state]));
}
