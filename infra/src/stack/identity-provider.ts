import { DEMO_ADMINISTRATOR } from '../../demo/people.ts';
import { clientSecret } from '../identity/client-secrets.ts';
import { WEB_CLIENT } from '../identity/settings.ts';
import { Problem } from '../problem.ts';
import type { SupervisedProgram } from '../process/supervise.ts';
import type { Context } from './context.ts';
import { PROGRAMS } from './paths.ts';
import { waitForUrl } from './wait-for.ts';

const READY_TIMEOUT_MS = 60_000;

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  administrator: string | undefined;
  /** Absent when OIDC_ISSUER names a provider that is not ours. */
  program?: SupervisedProgram;
}

/** The embedded identity provider, or the one that OIDC_ISSUER names. Throws a Problem. */
export async function openIdentityProvider(
  context: Context,
  publicUrl: string,
  temporalUi?: string,
): Promise<IdentityProvider> {
  const { settings, words, say } = context;
  if (settings.OIDC_ISSUER !== undefined) {
    return {
      issuer: settings.OIDC_ISSUER,
      clientId: settings.OIDC_CLIENT_ID ?? '',
      clientSecret: settings.OIDC_CLIENT_SECRET,
      administrator: settings.ADMIN_SUBJECT,
    };
  }
  if (settings.NODE_ENV === 'production') throw new Problem('PRODUCTION');
  say(words.startingIdentity);
  const port = await context.port('identity provider', 'IDENTITY_PORT', 8081);
  const issuer = `http://127.0.0.1:${port}`;
  const program = context.program('identity', [PROGRAMS.identity], {
    DATA_DIR: settings.DATA_DIR,
    IDENTITY_PORT: String(port),
    PUBLIC_URL: publicUrl,
    TEMPORAL_UI_URL: temporalUi,
  });
  try {
    await waitForUrl(`${issuer}/.well-known/openid-configuration`, [program], READY_TIMEOUT_MS);
  } catch (error) {
    await program.stop(3_000);
    throw error;
  }
  return {
    issuer,
    clientId: WEB_CLIENT,
    clientSecret: clientSecret(settings.DATA_DIR, WEB_CLIENT),
    administrator: settings.ADMIN_SUBJECT ?? DEMO_ADMINISTRATOR,
    program,
  };
}
