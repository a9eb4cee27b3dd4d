import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFreePort } from '../process/ports.ts';
import type { SupervisedProgram } from '../process/supervise.ts';
import { keepSecret } from '../secrets.ts';
import type { Context } from '../stack/context.ts';
import { runOnce } from '../stack/one-off.ts';
import { ROOT } from '../stack/paths.ts';
import { findTemporalServer } from '../temporal/find-temporal-server.ts';
import { prepareTemporalDatabases, TEMPORAL_USER } from './temporal-databases.ts';

const PRODUCTION = join(ROOT, 'infra/production/temporal');
const INNER_PORTS = ['HISTORY', 'MATCHING', 'WORKER'];

export interface TopologyTemporal {
  address: string;
  namespace: string;
  program: SupervisedProgram;
  /** What clients need in their environment. */
  environment: Record<string, string | undefined>;
}

/**
 * The Temporal server on databases of its own in the cluster of `adminUrl`; the program `prepare` makes its namespace and
 * search attributes.
 */
export async function openTemporalServer(
  context: Context,
  adminUrl: string,
  prepare: string,
): Promise<TopologyTemporal> {
  const { settings, say } = context;
  const { server, sqlTool } = await findTemporalServer(say);
  const password = keepSecret(settings.DATA_DIR, 'temporal-database-password');
  await prepareTemporalDatabases(adminUrl, password, sqlTool);
  const port = await context.port('Temporal', 'TEMPORAL_PORT', 7233);
  const { hostname, port: sqlPort } = new URL(adminUrl);
  const program = context.program(
    'temporal',
    ['--config-file', join(PRODUCTION, 'server.yaml'), '--allow-no-auth', 'start'],
    {
      ...(await innerPorts()),
      FRONTEND_PORT: String(port),
      SQL_HOST: hostname,
      SQL_PORT: sqlPort,
      SQL_USER: TEMPORAL_USER,
      SQL_PASSWORD: password,
      DYNAMIC_CONFIG: join(PRODUCTION, 'dynamic.yaml'),
      LOG_LEVEL: 'warn',
    },
    { executable: server },
  );
  const address = `127.0.0.1:${port}`;
  const namespace = settings.TEMPORAL_NAMESPACE;
  // A configuration file of this user may hold a key or TLS for another server; it must not be used with ours.
  const configFile = join(settings.DATA_DIR, 'temporal.toml');
  writeFileSync(configFile, `[profile.default]\naddress = "${address}"\nnamespace = "${namespace}"\n`);
  const environment = {
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_CONFIG_FILE: configFile,
    TEMPORAL_PROFILE: undefined,
    TEMPORAL_API_KEY: undefined,
    TEMPORAL_TLS: undefined,
  };
  try {
    await runOnce(context, 'prepare-temporal', prepare, environment, 'TEMPORAL_FAILED');
  } catch (error) {
    await program.stop(5_000);
    throw error;
  }
  return { address, namespace, program, environment };
}

async function innerPorts(): Promise<Record<string, string>> {
  const names = [...INNER_PORTS.map((name) => `${name}_PORT`), 'METRICS_PORT'];
  const membership = ['FRONTEND', ...INNER_PORTS].map((name) => `${name}_MEMBERSHIP_PORT`);
  const ports: Record<string, string> = {};
  for (const name of [...names, ...membership]) ports[name] = String(await randomFreePort());
  return ports;
}
