import type { Stamp } from '@tinhgon/database';
import type { Actor } from '@tinhgon/rules/actor';
import type { LegalDate } from '@tinhgon/rules/day';
import { mayKeepCatalogue, mayKeepRecord } from '@tinhgon/rules/policy';
import { refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';

/** Agencies, people, assignments, programmes: administrators and the programme office. */
export const keepsCatalogue = signedIn.use(({ ctx, next }) => {
  if (!mayKeepCatalogue(ctx.actor)) throw refuse('FORBIDDEN');
  return next();
});

/** Baselines: the programme office alone. */
export const keepsRecord = signedIn.use(({ ctx, next }) => {
  if (!mayKeepRecord(ctx.actor)) throw refuse('FORBIDDEN');
  return next();
});

export const stampOf = (actor: Actor): Stamp => ({ actor, now: new Date().toISOString() });

/** Throws Refusal DATE_ORDER when something ends before it begins. */
export function checkDates({ from, to }: { readonly from: LegalDate; readonly to: LegalDate | null }): void {
  if (to !== null && to < from) throw refuse('DATE_ORDER', { field: 'to', details: { earliest: from } });
}
