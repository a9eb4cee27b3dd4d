import { agencyWork } from '@tinhgon/database/operations/agency-work';
import {
  beginOperation,
  type NewOperation,
  OperationIdTaken,
} from '@tinhgon/database/operations/begin-operation';
import { agencyByCode } from '@tinhgon/database';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import { dayOf, startOfDay } from '@tinhgon/rules/day';
import { objectionToAgencyChange, objectionToChangingAgencies } from '@tinhgon/rules/operation/agency-change';
import type { AgencyWork } from '@tinhgon/rules/operation/agency-work';
import type { AgencyChange } from '@tinhgon/rules/operation/parameters';
import { Refusal, refuse } from '../errors/refusal.ts';
import { stampOf } from '../routes/catalogue/keeping.ts';
import { storing } from './storing.ts';

/** What there is to move, where the change makes sense and is the actor's to make. Throws Refusal. */
export async function workOfChange(db: Db, actor: Actor, change: AgencyChange): Promise<AgencyWork> {
  const notTheirs = objectionToChangingAgencies(actor, change.from);
  if (notTheirs) throw new Refusal(notTheirs);
  const codes = [...new Set([...change.from, ...change.to])];
  const agencies = await Promise.all(codes.map((code) => agencyByCode(db, code)));
  const known = new Map(agencies.flatMap((agency) => (agency ? [[agency.code, agency] as const] : [])));
  const objection = objectionToAgencyChange(change, known, dayOf(new Date().toISOString()));
  if (objection) throw new Refusal(objection);
  return await agencyWork(db, change);
}

/** A change waits for its day. */
export function startOf({ effectiveOn }: AgencyChange): string | null {
  const now = new Date().toISOString();
  return effectiveOn > dayOf(now) ? startOfDay(effectiveOn) : null;
}

/** Enters an operation; the same once more changes nothing. Throws Refusal COMMAND_ID_REUSED. */
export async function enterOperation(db: Db, actor: Actor, operation: NewOperation): Promise<void> {
  await storing(() => beginOperation(db, operation, stampOf(actor))).catch((error: unknown) => {
    throw error instanceof OperationIdTaken ? refuse('COMMAND_ID_REUSED', { field: 'commandId' }) : error;
  });
}
