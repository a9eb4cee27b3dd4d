import type { Instant } from '@tinhgon/rules/day';

/** A signed-in browser. The name of a session never leaves the browser in the clear: its hash is stored. */
export interface Session {
  readonly subject: string;
  readonly name: string | undefined;
  /** When the provider vouched for the person. */
  readonly since?: Instant;
  /** Named to the provider when the person signs out there too. */
  readonly idToken: string | undefined;
}

export interface SessionStore {
  /** Gives the new session's name for the cookie. */
  readonly begin: (session: Session) => Promise<string>;
  /** Null once it has ended, was idle too long or is too old. */
  readonly find: (name: string) => Promise<Session | null>;
  readonly end: (name: string) => Promise<void>;
  /** Ends all sessions of the one they belong to; other replicas notice within seconds. */
  readonly endAllOf: (subject: string) => Promise<void>;
}

export const SESSION_COOKIE = 'tinhgon_session';
