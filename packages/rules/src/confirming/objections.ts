import type { Actor, Held } from '../actor.ts';
import { ok, type Rejection, reject, type Result } from '../errors.ts';
import type { DocumentState } from '../document/state.ts';
import { objectionIn } from '../policy.ts';
import type { PlanState } from '../plan/state.ts';
import { remarksOf } from '../remark/state.ts';
import type { OpenStep } from '../step.ts';
import { type Confirmable, confirmables } from './confirmable.ts';
import { wayToConfirm } from './standing.ts';

/** What the rules need of the command. */
export interface Confirming {
  readonly actor: Actor;
  readonly remarkIds: readonly string[];
  /** Authors of the remarks as they stand today, those the record knows. */
  readonly authors: readonly Actor[];
}

/** What a command that was accepted confirms. */
export const confirmedBy = (
  state: PlanState | DocumentState,
  step: OpenStep,
  { remarkIds }: Pick<Confirming, 'remarkIds'>,
): Confirmable[] =>
  confirmables(state, step.key).filter(({ remarks }) => remarks.some(({ id }) => remarkIds.includes(id)));

/**
 * Why these remarks cannot be confirmed in one step, or null. They are named one by one: what was not looked at is not
 * confirmed, and of each procedure they are all there are.
 */
export function objectionToConfirming(
  state: PlanState | DocumentState,
  step: OpenStep,
  barred: readonly string[],
  command: Confirming,
): Rejection | null {
  const { remarkIds } = command;
  const confirmed = confirmedBy(state, step, command);
  const named = new Set(confirmed.flatMap(({ remarks }) => remarks.map(({ id }) => id)));
  for (const [index, id] of remarkIds.entries()) {
    const field = `remarkIds.${index}`;
    if (!remarksOf(state).some((remark) => remark.id === id) || remarkIds.indexOf(id) < index) {
      return reject('UNKNOWN_REMARK', { field }).rejection;
    }
    if (!named.has(id))
      return reject('NOT_CONFIRMABLE', { field, details: { reason: 'not-asked' } }).rejection;
  }
  for (const { remarks, obstacle } of confirmed) {
    const [reason, fields] = obstacle ? [obstacle.reason, obstacle.fields] : [undefined, []];
    const missing = remarks.find(({ id }) => !remarkIds.includes(id));
    if (reason || missing) {
      const details = {
        reason: reason ?? 'more-remarks',
        fields: (missing ? [missing.field] : fields).join(', '),
      };
      return reject('NOT_CONFIRMABLE', { field: 'remarkIds', details }).rejection;
    }
  }
  return objectionIn(wayToConfirmAll(step, barred, command, confirmed));
}

/** One way for all of it: nobody confirms partly as themself and partly in another's name. */
export function wayToConfirmAll(
  step: OpenStep,
  barred: readonly string[],
  { actor, authors }: Pick<Confirming, 'actor' | 'authors'>,
  confirmed: readonly Pick<Confirmable, 'remarks'>[],
): Result<Held> {
  const authorIds = new Set(confirmed.flatMap(({ remarks }) => remarks.map(({ by }) => by.id)));
  let common: Held | undefined;
  for (const id of authorIds) {
    const author = authors.find((one) => one.id === id);
    const way = wayToConfirm(actor, step, barred, id, author);
    if (!way.ok) return way;
    if (common && common.onBehalfOf?.id !== way.value.onBehalfOf?.id) return reject('NOT_YOUR_REMARK');
    common = way.value;
  }
  return common ? ok(common) : reject('NOT_CONFIRMABLE', { field: 'remarkIds' });
}
