import type { Actor } from '@tinhgon/rules/actor';
import { hashOf } from '@tinhgon/rules/hash';
import { Refusal } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';

/** What a person hears who does not hold the function, or may not see the plan. */
const WANT_OF_AUTHORITY = ['NOT_YOUR_STEP', 'NOT_YOUR_AGENCY', 'NOT_ASKED', 'NOT_FOUND', 'FORBIDDEN'];

/**
 * Gives a command with the authority remembered from a moment ago, and once more with what the database says now
 * where that was refused for want of it: a function that has just gone to another ministry, together with the plan,
 * is still held.
 */
export async function withFreshAuthority<T>(
  { actor, people }: Pick<RequestContext, 'people'> & { readonly actor: Actor },
  give: (actor: Actor) => Promise<T>,
): Promise<T> {
  try {
    return await give(actor);
  } catch (error) {
    if (!(error instanceof Refusal) || !WANT_OF_AUTHORITY.includes(error.rejection.code)) throw error;
    // While the database is silent, what was said stands.
    const now = await people.byId(actor.id).catch(() => null);
    if (!now || hashOf(now) === hashOf(actor)) throw error;
    return await give(now);
  }
}
