import { join } from 'node:path';
import { clientSecret } from '../identity/client-secrets.ts';
import { TEMPORAL_UI_CLIENT } from '../identity/settings.ts';
import type { SupervisedProgram } from '../process/supervise.ts';
import type { Context } from '../stack/context.ts';
import type { IdentityProvider } from '../stack/identity-provider.ts';
import { ROOT } from '../stack/paths.ts';
import { waitForUrl } from '../stack/wait-for.ts';
import { findTemporalUi } from '../temporal/find-temporal-server.ts';
import type { TopologyTemporal } from './open-temporal.ts';

const READY_TIMEOUT_MS = 60_000;

/** The Temporal UI at `url`, behind the sign-in of the same identity provider, its write actions off. */
export async function openTemporalUi(
  context: Context,
  url: string,
  publicUrl: string,
  temporal: Pick<TopologyTemporal, 'address' | 'namespace'>,
  identity: IdentityProvider,
): Promise<SupervisedProgram> {
  const { environment, settings, say } = context;
  const own = identity.program !== undefined;
  const program = context.program(
    'temporal-ui',
    ['--root', join(ROOT, 'infra/production'), '--config', 'temporal-ui', '--env', 'production', 'start'],
    {
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      TEMPORAL_UI_URL: url,
      PUBLIC_URL: publicUrl,
      TEMPORAL_UI_PORT: new URL(url).port,
      // Loopback speaks plain HTTP.
      TEMPORAL_CSRF_COOKIE_INSECURE: 'true',
      OIDC_ISSUER: identity.issuer,
      TEMPORAL_UI_CLIENT_ID: environment['TEMPORAL_UI_CLIENT_ID'] ?? TEMPORAL_UI_CLIENT,
      TEMPORAL_UI_CLIENT_SECRET: own
        ? clientSecret(settings.DATA_DIR, TEMPORAL_UI_CLIENT)
        : environment['TEMPORAL_UI_CLIENT_SECRET'],
    },
    { executable: await findTemporalUi(say) },
  );
  try {
    await waitForUrl(`${url}/healthz`, [program], READY_TIMEOUT_MS);
  } catch (error) {
    await program.stop(3_000);
    throw error;
  }
  return program;
}
