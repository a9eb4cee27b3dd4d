import type { Actor, Held } from '../actor.ts';
import { reject, type Result } from '../errors.ts';
import { neededAt, wayIn } from '../standing.ts';
import type { OpenStep } from '../step.ts';

/**
 * The assignment through which `actor` confirms what answers a remark of `authorId`: as its author; in the author's
 * name, standing in for them; or as another who decides in the check, once its author no longer does. `author` is who
 * that is today, absent when they have left. Four eyes hold as for every decision.
 */
export function wayToConfirm(
  actor: Actor,
  step: OpenStep,
  barred: readonly string[],
  authorId: string,
  author: Actor | undefined,
): Result<Held> {
  const needed = neededAt(step);
  const own = wayIn(actor, needed, barred);
  if (!own.ok || authorId === actor.id) return own;
  const assignments = actor.assignments.filter((held) => held.onBehalfOf?.id === authorId);
  const inTheirName = wayIn({ ...actor, assignments }, needed, barred);
  if (inTheirName.ok) return inTheirName;
  const decides = author !== undefined && wayIn(author, { ...needed, holder: null }, barred).ok;
  return decides ? reject('NOT_YOUR_REMARK', { details: { author: author.name } }) : own;
}
