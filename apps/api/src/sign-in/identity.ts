import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Instant } from '@tinhgon/rules/day';
import * as oidc from 'openid-client';
import type { Config } from '../config.ts';
import { Refusal, refuse } from '../errors/refusal.ts';

const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'RS256', 'PS256'];
const CLOCK_TOLERANCE_S = 10;
const KEYS_GOOD_FOR_MS = 600_000;
/** A token nobody signed must not make us ask the provider each time. */
const ASK_AGAIN_AFTER_MS = 30_000;

/** Who the provider says someone is. */
export interface Vouched {
  readonly subject: string;
  readonly name: string | undefined;
  /** When it last asked the person who they are, or vouched for them; absent where it does not say. */
  readonly since?: Instant;
}

export interface Identity {
  /** The provider's metadata, asked once. Throws Refusal UNAVAILABLE while it does not answer. */
  readonly provider: () => Promise<oidc.Configuration>;
  /** Throws Refusal UNAUTHENTICATED, or UNAVAILABLE when the provider's keys cannot be had. */
  readonly verifyBearer: (token: string) => Promise<Vouched>;
}

export function createIdentity(config: Config): Identity {
  let discovered: Promise<oidc.Configuration> | undefined;
  const keysOf = providerKeys();

  const provider = (): Promise<oidc.Configuration> => {
    discovered ??= discover(config).catch((cause: unknown) => {
      discovered = undefined;
      throw providerSilent(cause);
    });
    return discovered;
  };

  return {
    provider,
    async verifyBearer(token) {
      const { jwks_uri: address, issuer } = (await provider()).serverMetadata();
      if (address === undefined) throw providerSilent(new Error('the provider names no keys'));
      try {
        const { payload } = await jwtVerify(token, keysOf(new URL(address)), {
          issuer,
          audience: config.API_AUDIENCE,
          algorithms: ALGORITHMS,
          clockTolerance: CLOCK_TOLERANCE_S,
          requiredClaims: ['sub', 'exp'],
        });
        return { subject: payload.sub ?? '', name: nameIn(payload), ...sinceIn(payload) };
      } catch (cause) {
        if (cause instanceof errors.JOSEError && !(cause instanceof errors.JWKSTimeout)) {
          throw new Refusal({ code: 'UNAUTHENTICATED' }, { cause });
        }
        throw providerSilent(cause);
      }
    },
  };
}

/**
 * The provider's keys, asked anew when they are old or lack the one that signed. jose counts both times on the clock
 * of the day: one that was ahead when they were asked would keep new keys out for as long once it is set right.
 */
function providerKeys(): (address: URL) => JWTVerifyGetKey {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  let madeAt = 0;
  return (address) => async (header, token) => {
    const age = performance.now() - madeAt;
    const remake = (): ReturnType<typeof createRemoteJWKSet> => {
      madeAt = performance.now();
      return (keys = createRemoteJWKSet(address));
    };
    if (!keys || age > KEYS_GOOD_FOR_MS) return await remake()(header, token);
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || age < ASK_AGAIN_AFTER_MS) throw error;
      return await remake()(header, token);
    }
  };
}

/** The name to greet a person by, before anybody has entered them here. */
export function nameIn(claims: Readonly<Record<string, unknown>>): string | undefined {
  const name = claims['name'] ?? claims['preferred_username'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** When the provider says the person signed in; else when it issued the token. */
export function sinceIn(claims: Readonly<Record<string, unknown>>): Pick<Vouched, 'since'> {
  const seconds = claims['auth_time'] ?? claims['iat'];
  return typeof seconds === 'number' ? { since: new Date(seconds * 1_000).toISOString() } : {};
}

function discover(config: Config): Promise<oidc.Configuration> {
  const issuer = new URL(config.OIDC_ISSUER);
  const authentication =
    config.OIDC_CLIENT_SECRET === undefined ? oidc.None() : oidc.ClientSecretPost(config.OIDC_CLIENT_SECRET);
  const plain = issuer.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {};
  return oidc.discovery(issuer, config.OIDC_CLIENT_ID, undefined, authentication, plain);
}

export function providerSilent(cause: unknown): Refusal {
  const refusal = refuse('UNAVAILABLE', { details: { reason: 'signIn' } });
  refusal.cause = cause;
  return refusal;
}
