import { join } from 'node:path';
import { forgetRestored, restoredFrom } from '../backup/restored.ts';
import { API_AUDIENCE } from '../identity/settings.ts';
import { keepPayloadKeys } from '../payload-keys.ts';
import type { ProcessIdentity } from '../process/identity.ts';
import { randomFreePort } from '../process/ports.ts';
import type { SupervisedProgram } from '../process/supervise.ts';
import { keepReceiptKeys } from '../receipt-keys.ts';
import { keepSecret } from '../secrets.ts';
import { buildWeb } from './build-web.ts';
import { cleanUp } from './clean-up.ts';
import { type Adapt, type Context, createContext } from './context.ts';
import { openIdentityProvider } from './identity-provider.ts';
import { takeLock } from './launcher-lock.ts';
import { loadDemo } from './load-demo.ts';
import { runOnce } from './one-off.ts';
import { PROGRAMS, WEB, WEB_DIST } from './paths.ts';
import type { Installation, StackAddresses } from './record.ts';
import { openDatabase, openTemporal } from './servers.ts';
import { LOCALHOST, readSettings } from './settings.ts';
import { createUndo } from './undo.ts';
import { waitForUrl } from './wait-for.ts';
import { watchSources } from './watch-sources.ts';

const READY_TIMEOUT_MS = 120_000;
const WATCHED = {
  worker: ['apps/worker/src', 'workflows/src', 'packages/rules/src', 'packages/database/src'],
  api: ['apps/api/src', 'packages/rules/src', 'packages/database/src'],
} as const;

export interface StackOptions {
  /** `dev` serves the web application through Vite and restarts worker and API on changes. */
  mode: 'start' | 'dev';
  /** Without the demonstration. */
  empty?: boolean;
  /** Every part on a random free port, for tests. */
  randomPorts?: boolean;
  /** Settings as environment variables, see settings.ts; DATA_DIR names the data folder. */
  environment: NodeJS.ProcessEnv;
  say: (line: string) => void;
  adapt?: Adapt;
  /** Handed the way to end it before anything has started. */
  onStarting?: (stop: () => Promise<void>) => void;
}

export interface RunningStack {
  addresses: StackAddresses;
  dataDir: string;
  administrator: string | undefined;
  /** Whether the embedded identity provider and the demonstration are in use. */
  evaluation: boolean;
  /** Processes by name (postgres, temporal, identity, worker, api, web) as they are now. */
  processes(): Readonly<Record<string, ProcessIdentity>>;
  /** The embedded database, to be stopped and started again by tests of an outage. */
  database: { suspend(): Promise<void>; resume(): Promise<void> } | undefined;
  /** Ends every part; takes 15 s at most. */
  stop(): Promise<void>;
}

/** Starts everything in order, each part waited for. When one fails, what was started is ended and the Problem thrown on. */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const environment =
    options.randomPorts === true ? await withRandomPorts(options.environment) : options.environment;
  const settings = readSettings(environment);
  const context = createContext(settings, environment, options.say, options.adapt);
  const lock = await takeLock(settings.DATA_DIR, () => options.say(context.words.waitingForPrevious));
  const undo = createUndo();
  let ending: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    ending ??= (async () => {
      lock.stopping();
      await undo.run();
      context.record.forgetAddresses();
      lock.release();
    })();
    return ending;
  };
  options.onStarting?.(stop);
  try {
    return { ...(await startParts(context, options, (...ends) => undo.add(...ends))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  context: Context,
  options: StackOptions,
  undo: (...ends: (() => Promise<unknown>)[]) => Promise<void>,
): Promise<Omit<RunningStack, 'stop'>> {
  const { settings, words, say, record } = context;
  const left = await cleanUp(record);
  if (left.length > 0) say(words.cleanedUp(left.join(', ')));

  const port = await context.port('web', 'PORT', 8080);
  const api = `http://${settings.HOST}:${port}`;
  const host = settings.HOST === '127.0.0.1' ? LOCALHOST : settings.HOST;
  const vitePort = options.mode === 'dev' ? await randomFreePort() : undefined;
  const publicUrl =
    settings.PUBLIC_URL ??
    (vitePort === undefined ? `http://${host}:${port}` : `http://${LOCALHOST}:${vitePort}`);

  const database = await openDatabase(context);
  await undo(async () => database.server?.stop());
  const temporal = await openTemporal(context, publicUrl);
  await undo(async () => temporal.server?.stop());
  say(words.migrating);
  await runOnce(context, 'migrate', PROGRAMS.migrate, { DATABASE_URL: database.url }, 'MIGRATION_FAILED');
  const identity = await openIdentityProvider(context, publicUrl);
  await undo(async () => identity.program?.stop(3_000));

  const installation = decideInstallation(context, options.empty === true, identity.program !== undefined);
  const evaluation = installation.demo && identity.program !== undefined;
  if (options.mode === 'start') {
    await buildWeb({
      onBuild: () => say(words.buildingWeb),
      logFile: join(settings.DATA_DIR, 'logs', 'web-build.log'),
    });
  }
  const shared = {
    ...temporal.environment,
    DATABASE_URL: database.url,
    TEMPORAL_NAMESPACE: temporal.namespace,
    TEMPORAL_UI_URL: temporal.ui,
    PUBLIC_URL: publicUrl,
    APP_LOCALE: settings.APP_LOCALE,
    EVALUATION: evaluation ? '1' : undefined,
    RECEIPT_KEYS_FILE: settings.RECEIPT_KEYS_FILE ?? keepReceiptKeys(settings.DATA_DIR),
    PAYLOAD_KEYS_FILE: settings.PAYLOAD_KEYS_FILE ?? keepPayloadKeys(settings.DATA_DIR),
  };
  if (restoredFrom(settings.DATA_DIR) !== undefined) {
    say(words.settling);
    await runOnce(context, 'settle', PROGRAMS.settle, shared, 'SETTLE_FAILED');
    forgetRestored(settings.DATA_DIR);
  }
  say(words.startingWorkerAndApi);
  const metricsAddress = `127.0.0.1:${await randomFreePort()}`;
  const worker = context.program('worker', [PROGRAMS.worker], { ...shared, METRICS_ADDRESS: metricsAddress });
  const apiServer = context.program('api', [PROGRAMS.api], {
    ...shared,
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: identity.clientId,
    OIDC_CLIENT_SECRET: identity.clientSecret,
    API_AUDIENCE,
    HOST: settings.HOST,
    PORT: String(port),
    SESSION_SECRET: keepSecret(settings.DATA_DIR, 'sessions'),
    ADMIN_SUBJECT: identity.administrator,
    WEB_DIST: options.mode === 'start' ? WEB_DIST : undefined,
  });
  await undo(
    () => apiServer.stop(5_000),
    () => worker.stop(5_000),
  );
  await waitForUrl(`${api}/readyz`, [worker, apiServer], READY_TIMEOUT_MS);
  if (vitePort !== undefined)
    await undo(await startVite(context, vitePort, api), watchPrograms(context, worker, apiServer));
  if (evaluation)
    await loadDemo(context, installation, { api, issuer: identity.issuer, databaseUrl: database.url });

  const addresses = {
    web: publicUrl,
    api,
    temporalAddress: temporal.address,
    temporalUi: temporal.ui,
    databaseUrl: database.url,
    oidcIssuer: identity.issuer,
    workerMetrics: `http://${metricsAddress}/metrics`,
  };
  record.writeAddresses(addresses);
  return {
    addresses,
    dataDir: settings.DATA_DIR,
    administrator: identity.administrator,
    evaluation,
    processes: () => context.processes(),
    database: database.server,
  };
}

/** The first start of a data folder decides whether the demonstration lives in it. */
function decideInstallation(context: Context, empty: boolean, embeddedIdentity: boolean): Installation {
  const { record, say, words } = context;
  const found = record.readInstallation();
  if (found === undefined) {
    // The demonstration signs in as its people, which another provider does not know.
    const begun = { demo: !empty && embeddedIdentity };
    record.writeInstallation(begun);
    return begun;
  }
  if (found.demo && empty) say(words.demoKept);
  if (!found.demo && !empty && embeddedIdentity) say(words.emptyKept);
  return found;
}

/** Vite's own server with hot reload; it hands everything that is not a page on to the API. */
async function startVite(context: Context, port: number, api: string): Promise<() => Promise<void>> {
  const args = [PROGRAMS.vite, '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
  const vite = context.program('web', args, { API_URL: api, NODE_ENV: undefined }, { cwd: WEB });
  await waitForUrl(`http://127.0.0.1:${port}/`, [vite], READY_TIMEOUT_MS);
  return () => vite.stop(2_000);
}

function watchPrograms(
  context: Context,
  worker: SupervisedProgram,
  api: SupervisedProgram,
): () => Promise<void> {
  const stops = [worker, api].map((program) =>
    watchSources(WATCHED[program === worker ? 'worker' : 'api'], () => {
      context.say(context.words.changed(program.name));
      void program.restart();
    }),
  );
  return async () => {
    for (const stop of stops) stop();
  };
}

async function withRandomPorts(environment: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const names = ['PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'IDENTITY_PORT'];
  const ports = await Promise.all(names.map(() => randomFreePort()));
  return { ...environment, ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])) };
}
