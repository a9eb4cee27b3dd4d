import formbody from '@fastify/formbody';
import type { Db } from '@tinhgon/database';
import { findLanguage } from '@tinhgon/database/at-work/preferences';
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as oidc from 'openid-client';
import type { Config } from '../config.ts';
import { refuse } from '../errors/refusal.ts';
import { type Identity, nameIn, providerSilent, sinceIn } from './identity.ts';
import { rememberLanguage } from '../http/request-language.ts';
import type { People } from './people.ts';
import { returnAddress } from './return-address.ts';
import { sealedCookie } from './sealed-cookie.ts';
import { SESSION_COOKIE, type Session, type SessionStore } from './session-store.ts';

const UNDER_WAY_COOKIE = 'tinhgon_sign_in';
const CALLBACK = '/auth/callback';
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. */
export async function signInRoutes(
  server: FastifyInstance,
  {
    config,
    db,
    identity,
    sessions,
    people,
  }: {
    readonly config: Config;
    readonly identity: Identity;
    readonly sessions: SessionStore;
    readonly people: People;
    readonly db: Db;
  },
): Promise<void> {
  await server.register(formbody);
  const secure = config.PUBLIC_URL.startsWith('https:');
  const cookie = { httpOnly: true, sameSite: 'lax', secure } as const;
  const sealed = sealedCookie(config.SESSION_SECRET);
  // One origin for the whole journey: cookies follow the host, and the provider knows only the published address.
  const callbackUrl = new URL(CALLBACK, config.PUBLIC_URL).href;

  server.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  // With `again` the provider asks who it is, whatever it remembers.
  server.get<{ Querystring: { returnTo?: unknown; again?: unknown } }>(
    '/auth/sign-in',
    async (request, reply) => {
      const own = new URL(config.PUBLIC_URL);
      // Opened as 127.0.0.1, published as localhost: the cookies set here would not be there at the way back.
      if (
        LOOPBACK.includes(request.hostname) &&
        LOOPBACK.includes(own.hostname) &&
        request.host !== own.host
      ) {
        // Path and query alone: a request line may name a whole address of somebody else.
        const { pathname, search } = new URL(request.url, own);
        return reply.redirect(`${own.origin}${pathname}${search}`);
      }
      const provider = await identity.provider();
      const verifier = oidc.randomPKCECodeVerifier();
      const state = oidc.randomState();
      const nonce = oidc.randomNonce();
      const underWay = { state, nonce, verifier, returnTo: returnAddress(request.query.returnTo) };
      const address = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: callbackUrl,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(request.query.again === undefined ? {} : { prompt: 'login', max_age: '0' }),
      });
      reply.setCookie(UNDER_WAY_COOKIE, await sealed.seal(underWay), {
        ...cookie,
        path: '/auth',
        maxAge: sealed.maxAgeS,
      });
      return reply.redirect(address.href);
    },
  );

  server.get(CALLBACK, async (request, reply) => {
    const underWay = await sealed.open(request.cookies[UNDER_WAY_COOKIE]);
    reply.clearCookie(UNDER_WAY_COOKIE, { ...cookie, path: '/auth' });
    // Too slow, a second tab, or a link from elsewhere: the start page offers to begin again.
    if (!underWay) return reply.redirect('/');
    const current = new URL(callbackUrl);
    current.search = new URL(request.url, config.PUBLIC_URL).search;
    const provider = await identity.provider();
    const tokens = await oidc
      .authorizationCodeGrant(provider, current, {
        pkceCodeVerifier: underWay.verifier,
        expectedState: underWay.state,
        expectedNonce: underWay.nonce,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        if (isRefusedByProvider(error)) return null;
        throw providerSilent(error);
      });
    const claims = tokens?.claims();
    if (!tokens || !claims) return reply.redirect(underWay.returnTo);
    // A new name at each sign-in: one planted before it is worth nothing. Whoever has no person here gets a
    // session too, so that every page can say so.
    await endSession(request.cookies[SESSION_COOKIE]);
    const vouched = { subject: claims.sub, name: nameIn(claims), ...sinceIn(claims) };
    const name = await sessions.begin({ ...vouched, idToken: tokens.id_token });
    const person = (await people.find(vouched))?.actor;
    const language = person && (await findLanguage(db, person.id));
    if (language === 'vi' || language === 'en') rememberLanguage(reply, language, secure);
    reply.setCookie(SESSION_COOKIE, name, { ...cookie, path: '/' });
    return reply.redirect(underWay.returnTo);
  });

  server.post('/auth/sign-out', async (request, reply) => {
    const name = request.cookies[SESSION_COOKIE];
    const session = name === undefined ? null : await sessions.find(name);
    await endSession(name);
    return await signedOut(reply, session);
  });

  // For whoever left a browser open somewhere, or fears that somebody else has theirs.
  server.post('/auth/sign-out-everywhere', async (request, reply) => {
    const name = request.cookies[SESSION_COOKIE];
    const session = name === undefined ? null : await sessions.find(name);
    if (session) await sessions.endAllOf(session.subject);
    return await signedOut(reply, session);
  });

  server.get('/auth/sign-out', async () => {
    throw refuse('NOT_FOUND');
  });

  async function signedOut(reply: FastifyReply, session: Session | null): Promise<FastifyReply> {
    reply.clearCookie(SESSION_COOKIE, { ...cookie, path: '/' });
    return reply.redirect(await afterSignOut(session?.idToken), 303);
  }

  async function endSession(name: string | undefined): Promise<void> {
    if (name !== undefined) await sessions.end(name);
  }

  async function afterSignOut(idToken: string | undefined): Promise<string> {
    const provider = await identity.provider().catch(() => null);
    if (idToken === undefined || provider?.serverMetadata().end_session_endpoint === undefined) return '/';
    const back = new URL('/', config.PUBLIC_URL).href;
    return oidc.buildEndSessionUrl(provider, { id_token_hint: idToken, post_logout_redirect_uri: back }).href;
  }
}

/** The provider answered, and what it answered does not let this person in. */
function isRefusedByProvider(error: unknown): boolean {
  return (
    error instanceof oidc.AuthorizationResponseError ||
    error instanceof oidc.ResponseBodyError ||
    (error instanceof oidc.ClientError &&
      error.code !== 'OAUTH_TIMEOUT' &&
      !(error.cause instanceof TypeError))
  );
}
