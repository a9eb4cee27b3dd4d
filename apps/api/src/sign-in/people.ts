import { actorFor, type Db } from '@tinhgon/database';
import type { Actor } from '@tinhgon/rules/actor';
import { dayOf } from '@tinhgon/rules/day';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { isDatabaseSilent, within } from '../errors/database-silent.ts';
import { Refusal } from '../errors/refusal.ts';
import { cachedLookup } from './cached-lookup.ts';
import { makeFirstAdministrator } from './first-administrator.ts';
import type { Vouched } from './identity.ts';

const PATIENCE_MS = 3_000;

/** Who somebody is here, with the functions they hold today. All throw Refusal UNAVAILABLE without a database. */
export interface People {
  /** The person the provider vouches for, from memory for up to a minute; null when nobody entered them. */
  readonly find: (vouched: Vouched) => Promise<Actor | null>;
  readonly byId: (personId: string) => Promise<Actor | null>;
  /** After a change of people, assignments or agencies. */
  readonly forgetAll: () => void;
}

export function createPeople(
  db: Db,
  config: Pick<Config, 'ADMIN_SUBJECT' | 'APP_LOCALE'>,
  log: Logger,
): People {
  const today = () => dayOf(new Date().toISOString());
  const bySubject = cachedLookup((subject) => answered(actorFor(db, { subject }, today())));
  return {
    async find(vouched) {
      const actor = await bySubject.get(vouched.subject);
      if (actor || vouched.subject !== config.ADMIN_SUBJECT) return actor;
      const made = await answered(makeFirstAdministrator(db, vouched, config.APP_LOCALE));
      if (!made) return null;
      log.warn({ personId: made }, 'entered the first administrator of an empty system');
      bySubject.forgetAll();
      return await bySubject.get(vouched.subject);
    },
    byId: (personId) => answered(actorFor(db, { personId }, today())),
    forgetAll: () => bySubject.forgetAll(),
  };
}

/** What the database says, soon, or Refusal UNAVAILABLE. */
export async function answered<T>(asked: Promise<T>): Promise<T> {
  try {
    return await within(PATIENCE_MS, asked);
  } catch (cause) {
    if (!isDatabaseSilent(cause)) throw cause;
    throw new Refusal({ code: 'UNAVAILABLE', details: { reason: 'person' } }, { retryAfterS: 5, cause });
  }
}
