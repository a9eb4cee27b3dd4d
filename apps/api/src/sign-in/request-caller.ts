import type {} from '@fastify/cookie';
import type { Actor } from '@tinhgon/rules/actor';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '@tinhgon/rules/receipt/statement';
import type { Config } from '../config.ts';
import { refuse } from '../errors/refusal.ts';
import type { Identity, Vouched } from './identity.ts';
import type { Account, People } from './people.ts';
import { SESSION_COOKIE, type SessionStore } from './session-store.ts';

interface Doors {
  readonly config: Pick<Config, 'OIDC_ISSUER'>;
  readonly identity: Identity;
  readonly sessions: SessionStore;
  readonly people: People;
}

/**
 * The person behind a request, by bearer token or session; `known` is told how they signed in. Throws Refusal, see
 * RequestContext.
 */
export async function requestCaller(
  request: FastifyRequest,
  doors: Doors,
  known: (how: SignedIn, account: Account) => void,
): Promise<Actor> {
  const vouched = await vouchedFor(request, doors);
  const account = await doors.people.find(vouched);
  if (!account) throw refuse('FORBIDDEN', { details: { reason: 'noPerson' } });
  known(howSignedIn(request, doors, vouched), account);
  return account.actor;
}

function howSignedIn(request: FastifyRequest, { config }: Doors, { since }: Vouched): SignedIn {
  const how = request.headers.authorization === undefined ? 'session' : 'token';
  return { how, provider: config.OIDC_ISSUER, ...(since === undefined ? {} : { at: since }) };
}

/** Whom a request is signed in as, by the provider's name for them; null for nobody, or while that cannot be known. */
export async function subjectOf(
  request: FastifyRequest,
  doors: Pick<Doors, 'identity' | 'sessions'>,
): Promise<string | null> {
  const { authorization } = request.headers;
  if (authorization === undefined && request.cookies[SESSION_COOKIE] === undefined) return null;
  return await vouchedFor(request, doors).then(
    ({ subject }) => subject,
    () => null,
  );
}

async function vouchedFor(
  request: FastifyRequest,
  { identity, sessions }: Pick<Doors, 'identity' | 'sessions'>,
): Promise<Vouched> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1];
    if (token === undefined) throw refuse('UNAUTHENTICATED');
    return await identity.verifyBearer(token);
  }
  const name = request.cookies[SESSION_COOKIE];
  const session = name === undefined ? null : await sessions.find(name);
  if (!session) throw refuse('UNAUTHENTICATED');
  return session;
}
