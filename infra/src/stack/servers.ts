import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveTo } from '../backup/archive.ts';
import { findLivingServer } from '../postgres/postmaster-pid.ts';
import { startPostgres } from '../postgres/start-postgres.ts';
import { type KeptServer, keepServer, type Server } from '../process/keep-server.ts';
import { randomFreePort } from '../process/ports.ts';
import { findTemporal } from '../temporal/find-temporal.ts';
import { frontTemporalUi } from '../temporal/front-temporal-ui.ts';
import { startTemporal } from '../temporal/start-temporal.ts';
import { checkDatabase } from './check-database.ts';
import { prepareTemporal } from './connect-temporal.ts';
import type { Context } from './context.ts';
import { LOCALHOST } from './settings.ts';

export interface Database {
  url: string;
  /** Absent when DATABASE_URL names a database that is not ours. */
  server?: KeptServer<Server>;
}

export interface Temporal {
  address: string;
  namespace: string;
  ui: string;
  /** What clients need in their environment. */
  environment: Record<string, string | undefined>;
  server?: KeptServer<Server>;
}

/** The embedded PostgreSQL, or the one that DATABASE_URL names. */
export async function openDatabase(context: Context): Promise<Database> {
  const { settings, words, say } = context;
  if (settings.DATABASE_URL !== undefined) {
    say(words.checkingDatabase);
    await checkDatabase(settings.DATABASE_URL);
    return { url: settings.DATABASE_URL };
  }
  say(words.startingPostgres);
  // One that outlived its launcher keeps its port.
  const living = findLivingServer(join(settings.DATA_DIR, 'postgres'));
  let port = living?.port ?? (await context.port('PostgreSQL', 'POSTGRES_PORT', 5433));
  let url = '';
  const server = await keepServer({
    ...context.watching('postgres', 'PostgreSQL'),
    start: async () => {
      const running = await startPostgres({
        dataDir: settings.DATA_DIR,
        port,
        ...(settings.BACKUP_DIR === undefined ? {} : { settings: archiveTo(settings.BACKUP_DIR) }),
      });
      if (running.adopted) say(words.adoptedPostgres(running.pid));
      ({ url, port } = running);
      return running;
    },
  });
  return { url, server };
}

/**
 * The embedded Temporal, or the one that the SDK's environment configuration names. Pages of the embedded UI ask the
 * application at `publicUrl` to decode what is encrypted.
 */
export async function openTemporal(context: Context, publicUrl: string): Promise<Temporal> {
  const { settings, words, say } = context;
  if (settings.TEMPORAL_ADDRESS !== undefined) {
    say(words.checkingTemporal);
    const { address, namespace } = await prepareTemporal(context.environment);
    return { address, namespace, ui: settings.TEMPORAL_UI_URL ?? '', environment: {} };
  }
  const binary = await findTemporal(say);
  say(words.startingTemporal);
  const namespace = settings.TEMPORAL_NAMESPACE;
  const port = await context.port('Temporal', 'TEMPORAL_PORT', 7233);
  const uiPort = await context.port('Temporal UI', 'TEMPORAL_UI_PORT', 8233);
  const insidePort = await randomFreePort();
  const server = await keepServer({
    ...context.watching('temporal', 'Temporal'),
    start: () =>
      startTemporal({
        binary,
        dbFile: join(settings.DATA_DIR, 'temporal.db'),
        logFile: join(settings.DATA_DIR, 'logs', 'temporal.log'),
        port,
        uiPort: insidePort,
        codecEndpoint: new URL('/codec', publicUrl).href,
        namespace,
      }),
  });
  const { address } = server.current();
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
    await prepareTemporal({ ...context.environment, ...environment });
    const front = await frontTemporalUi(uiPort, insidePort, publicUrl);
    const stop = async (): Promise<void> => {
      await front.stop();
      await server.stop();
    };
    const ui = `http://${LOCALHOST}:${uiPort}`;
    return { address, namespace, ui, environment, server: { ...server, stop } };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
