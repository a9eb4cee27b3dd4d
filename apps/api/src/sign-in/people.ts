import { actorFor, type Db } from '@tinhgon/database';
import { confirmsDecisions, type PasskeyRow, passkeysOf } from '@tinhgon/database/at-work/passkeys';
import type { Actor } from '@tinhgon/rules/actor';
import { dayOf, type LegalDate } from '@tinhgon/rules/day';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { isDatabaseSilent, within } from '../errors/database-silent.ts';
import { Refusal } from '../errors/refusal.ts';
import { cachedLookup } from './cached-lookup.ts';
import { makeFirstAdministrator } from './first-administrator.ts';
import type { Vouched } from './identity.ts';

const PATIENCE_MS = 3_000;

/** A person with what their decisions can be, and must be, confirmed with. */
export interface Account {
  readonly actor: Actor;
  /** Those in use. */
  readonly passkeys: readonly PasskeyRow[];
  /** Whether each decision of theirs needs one. */
  readonly confirms: boolean;
}

/** Who somebody is here, with the functions they hold today. All throw Refusal UNAVAILABLE without a database. */
export interface People {
  /** The person the provider vouches for, from memory for up to a minute; null when nobody entered them. */
  readonly find: (vouched: Vouched) => Promise<Account | null>;
  readonly byId: (personId: string) => Promise<Actor | null>;
  /** After a change of people, assignments, agencies or passkeys. */
  readonly forgetAll: () => void;
}

export function createPeople(
  db: Db,
  config: Pick<Config, 'ADMIN_SUBJECT' | 'APP_LOCALE'>,
  log: Logger,
): People {
  const today = () => dayOf(new Date().toISOString());
  const bySubject = cachedLookup((subject) => answered(accountOf(db, subject, today())));
  return {
    async find(vouched) {
      const account = await bySubject.get(vouched.subject);
      if (account || vouched.subject !== config.ADMIN_SUBJECT) return account;
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

async function accountOf(db: Db, subject: string, day: LegalDate): Promise<Account | null> {
  const actor = await actorFor(db, { subject }, day);
  if (!actor) return null;
  const [passkeys, confirms] = await Promise.all([passkeysOf(db, actor.id), confirmsDecisions(db, actor.id)]);
  return { actor, passkeys: passkeys.filter((one) => one.removed_at === null), confirms };
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
