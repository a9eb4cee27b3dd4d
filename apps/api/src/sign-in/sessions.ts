import { createHash, randomBytes } from 'node:crypto';
import {
  beginSession,
  endSession,
  endSessionsOf,
  findSession,
  forgetExpiredSessions,
} from '@tinhgon/database/at-work/sessions';
import type { Db } from '@tinhgon/database/schema';
import type { Logger } from 'pino';
import { z } from 'zod';
import { cachedLookup } from './cached-lookup.ts';
import { answered } from './people.ts';
import type { Session, SessionStore } from './session-store.ts';

const LONGEST_MS = 12 * 3600 * 1000;
const IDLE_MS = 2 * 3600 * 1000;
const NAME_BYTES = 32;
const NAME = /^[\w-]{43}$/;

const stored = z.object({
  name: z.string().optional(),
  idToken: z.string().optional(),
  since: z.string().optional(),
});

/** Sessions in PostgreSQL, looked up there at most every few seconds; see `cachedLookup` for its loss. */
export function createSessions(db: Db, log: Logger): SessionStore {
  const lookup = cachedLookup((idHash) => answered(load(idHash)));

  async function load(idHash: string): Promise<Session | null> {
    const now = Date.now();
    const found = await findSession(db, idHash, { now: iso(now), idleSince: iso(now - IDLE_MS) });
    if (!found) return null;
    const { name, idToken, since } = stored.parse(found.data);
    return { subject: found.personId, name, idToken, ...(since === undefined ? {} : { since }) };
  }

  return {
    async begin({ subject, name, idToken, since }) {
      const secret = randomBytes(NAME_BYTES).toString('base64url');
      const now = Date.now();
      await beginSession(db, {
        idHash: hashOf(secret),
        personId: subject,
        data: { name, idToken, since },
        now: iso(now),
        expiresAt: iso(now + LONGEST_MS),
      });
      forgetExpiredSessions(db, iso(now)).catch((err: unknown) => log.warn({ err }, 'old sessions stay'));
      return secret;
    },
    find: async (secret) => (NAME.test(secret) ? await lookup.get(hashOf(secret)) : null),
    async end(secret) {
      const idHash = hashOf(secret);
      await endSession(db, idHash);
      lookup.forget(idHash);
    },
    async endAllOf(subject) {
      await endSessionsOf(db, subject);
      lookup.forgetAll();
    },
  };
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const iso = (ms: number): string => new Date(ms).toISOString();
