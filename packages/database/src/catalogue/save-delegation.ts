import { sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import { dayOf } from '@tinhgon/rules/days';
import {
  type Delegation,
  type DelegationInput,
  mayDelegateFor,
  objectionToDelegating,
  objectionToRevoking,
} from '@tinhgon/rules/delegation';
import { type Rejection, reject } from '@tinhgon/rules/errors';
import { personRef } from '@tinhgon/rules/person';
import { personById } from '../queries/catalogue/people.ts';
import { delegationById, delegationsGivenBy } from '../queries/delegations.ts';
import type { Db, Trx } from '../schema.ts';
import { isSame } from './is-same.ts';
import { writeCatalogue } from './write-catalogue.ts';

type Answer = { readonly delegation: Delegation } | { readonly rejection: Rejection };

/** Gives a delegation, or says why not. The same sent twice is given once. */
export async function giveDelegation(
  db: Db,
  actor: Actor,
  input: DelegationInput,
  now: string,
): Promise<Answer> {
  return db.transaction().execute(async (trx): Promise<Answer> => {
    await lockPeople(trx, [input.personId, input.substituteId]);
    const known = await delegationById(trx, input.id);
    if (known && mayDelegateFor(actor, input.personId)) {
      const { givenAt: _at, givenBy, revokedAt: _revokedAt, revokedBy: _by, ...asked } = known;
      return givenBy.id === actor.id && isSame(asked, input)
        ? { delegation: known }
        : reject('COMMAND_ID_REUSED', { field: 'id' });
    }
    const [person, substitute, assignments, given] = await Promise.all([
      personById(trx, input.personId),
      personById(trx, input.substituteId),
      trx.selectFrom('assignment').selectAll().where('person_id', '=', input.personId).execute(),
      delegationsGivenBy(trx, [input.personId, input.substituteId]),
    ]);
    const rejection = objectionToDelegating(actor, input, {
      today: dayOf(now),
      person,
      substitute,
      assignments: assignments.map(({ person_id, ...row }) => ({ ...row, personId: person_id })),
      given,
    });
    if (rejection) return { rejection };
    const delegation = {
      ...input,
      givenAt: now,
      givenBy: personRef(actor),
      revokedAt: null,
      revokedBy: null,
    };
    const body = { type: 'delegationGiven' as const, delegation };
    await writeCatalogue(trx, [{ subject: `delegation/${input.id}`, body }], { actor, now });
    return { delegation };
  });
}

/** Ends a delegation at once, or says why not. */
export async function revokeDelegation(db: Db, actor: Actor, id: string, now: string): Promise<Answer> {
  return db.transaction().execute(async (trx): Promise<Answer> => {
    const found = await delegationById(trx, id);
    if (!found) return reject('NOT_FOUND', { field: 'id' });
    await lockPeople(trx, [found.personId]);
    const old = (await delegationById(trx, id)) ?? found;
    const rejection = objectionToRevoking(actor, old, dayOf(now));
    if (rejection) return { rejection };
    const delegation = { ...old, revokedAt: now, revokedBy: personRef(actor) };
    const body = { type: 'delegationRevoked' as const, delegation };
    await writeCatalogue(trx, [{ subject: `delegation/${id}`, body }], { actor, now });
    return { delegation };
  });
}

/** Two delegations of one person are given one after the other, so that they cannot overlap unseen. */
async function lockPeople(trx: Trx, ids: readonly string[]): Promise<void> {
  await sql`select from person where id = any(${[...ids].sort()}::text[]) order by id for update`.execute(
    trx,
  );
}
