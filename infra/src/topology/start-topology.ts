import { join } from 'node:path';
import { archiveTo } from '../backup/archive.ts';
import { forgetRestored, restoredFrom } from '../backup/restored.ts';
import { API_AUDIENCE } from '../identity/settings.ts';
import { keepPayloadKeys } from '../payload-keys.ts';
import { startPostgres } from '../postgres/start-postgres.ts';
import { Problem } from '../problem.ts';
import { findProgram } from '../process/find-program.ts';
import { installDebianPackages } from '../process/install-debian-packages.ts';
import { type KeptServer, keepServer, type Server } from '../process/keep-server.ts';
import { randomFreePort } from '../process/ports.ts';
import type { SupervisedProgram } from '../process/supervise.ts';
import { buildRelease, isRelease, programsOf } from '../release/build-release.ts';
import { keepReceiptKeys } from '../receipt-keys.ts';
import { keepSecret } from '../secrets.ts';
import { cleanUp } from '../stack/clean-up.ts';
import { type Adapt, type Context, createContext } from '../stack/context.ts';
import { openIdentityProvider } from '../stack/identity-provider.ts';
import { takeLock } from '../stack/launcher-lock.ts';
import { loadDemo } from '../stack/load-demo.ts';
import { runOnce } from '../stack/one-off.ts';
import { ROOT } from '../stack/paths.ts';
import type { StackAddresses } from '../stack/record.ts';
import { readSettings } from '../stack/settings.ts';
import { createUndo } from '../stack/undo.ts';
import { waitForUrl } from '../stack/wait-for.ts';
import { openTemporalServer } from './open-temporal.ts';
import { openTemporalUi } from './open-temporal-ui.ts';

const READY_TIMEOUT_MS = 120_000;
const REPLICAS = 2;
const ROLES = ['decisions', 'notifications', 'bulk'];

export interface RunningTopology {
  readonly addresses: StackAddresses;
  /** Each replica of the API, behind the proxy. */
  readonly replicas: readonly string[];
  /** PostgreSQL, to be stopped and started again by tests of an outage. */
  readonly database: KeptServer<Server>;
  stop(): Promise<void>;
}

/**
 * Runs on one machine what production runs on many, as plain processes from an emitted release: PostgreSQL, the
 * Temporal server on databases of its own, a worker for each role, two replicas of the API behind HAProxy. The identity
 * provider is the embedded one, with the demonstration, unless OIDC_ISSUER names another.
 */
export async function startTopology(
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
  adapt?: Adapt,
): Promise<RunningTopology> {
  const settings = readSettings(environment);
  const context = createContext(settings, environment, say, adapt);
  const lock = await takeLock(settings.DATA_DIR, () => say(context.words.waitingForPrevious));
  const undo = createUndo();
  let ending: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (ending ??= (async () => {
      lock.stopping();
      await undo.run();
      context.record.forgetAddresses();
      lock.release();
    })());
  try {
    return { ...(await startParts(context, (...ends) => undo.add(...ends))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Undo = (...ends: (() => Promise<unknown>)[]) => Promise<void>;

async function startParts(context: Context, undo: Undo): Promise<Omit<RunningTopology, 'stop'>> {
  const { settings, words, say, record } = context;
  await cleanUp(record);
  const programs = programsOf(await release(context));
  const haproxy = await findHaproxy(say);
  const port = await context.port('web', 'PORT', 8080);
  const web = `http://127.0.0.1:${port}`;
  const publicUrl = settings.PUBLIC_URL ?? web;

  say(words.startingPostgres);
  const sqlPort = await context.port('PostgreSQL', 'POSTGRES_PORT', 5433);
  let databaseUrl = '';
  const postgres = await keepServer({
    ...context.watching('postgres', 'PostgreSQL'),
    start: async () => {
      const archive = settings.BACKUP_DIR === undefined ? {} : archiveTo(settings.BACKUP_DIR);
      const running = await startPostgres({ dataDir: settings.DATA_DIR, port: sqlPort, settings: archive });
      databaseUrl = running.url;
      return running;
    },
  });
  await undo(() => postgres.stop());
  say(words.startingTemporal);
  const temporal = await openTemporalServer(context, databaseUrl, programs.prepareTemporal);
  await undo(() => temporal.program.stop(10_000));
  say(words.migrating);
  await runOnce(context, 'migrate', programs.migrate, { DATABASE_URL: databaseUrl }, 'MIGRATION_FAILED');
  const uiUrl = `http://127.0.0.1:${await context.port('Temporal UI', 'TEMPORAL_UI_PORT', 8233)}`;
  const identity = await openIdentityProvider(context, publicUrl, uiUrl);
  await undo(async () => identity.program?.stop(3_000));
  const evaluation = identity.program !== undefined;
  const ui = await openTemporalUi(context, uiUrl, publicUrl, temporal, identity);
  await undo(() => ui.stop(3_000));

  const shared = {
    ...temporal.environment,
    // The release runs as in production; the demonstration says of itself that it is one.
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    RECEIPT_KEYS_FILE: settings.RECEIPT_KEYS_FILE ?? keepReceiptKeys(settings.DATA_DIR),
    PAYLOAD_KEYS_FILE: settings.PAYLOAD_KEYS_FILE ?? keepPayloadKeys(settings.DATA_DIR),
    PUBLIC_URL: publicUrl,
    APP_LOCALE: settings.APP_LOCALE,
    TEMPORAL_UI_URL: uiUrl,
    EVALUATION: evaluation ? '1' : undefined,
  };
  if (restoredFrom(settings.DATA_DIR) !== undefined) {
    say(words.settling);
    await runOnce(context, 'settle', programs.settle, shared, 'SETTLE_FAILED');
    forgetRestored(settings.DATA_DIR);
  }
  say(words.startingWorkerAndApi);
  const workers = await startWorkers(context, programs.worker, shared);
  await undo(
    ...workers.map(
      ({ program }) =>
        () =>
          program.stop(6_000),
    ),
  );
  const apis: { program: SupervisedProgram; url: string; address: string }[] = [];
  for (let n = 1; n <= REPLICAS; n += 1) {
    const apiPort = await randomFreePort();
    const program = context.program(`api${n}`, [programs.api], {
      ...shared,
      OIDC_ISSUER: identity.issuer,
      OIDC_CLIENT_ID: identity.clientId,
      OIDC_CLIENT_SECRET: identity.clientSecret,
      API_AUDIENCE,
      API_REPLICAS: String(REPLICAS),
      TRUST_PROXY: 'loopback',
      HOST: '127.0.0.1',
      PORT: String(apiPort),
      SESSION_SECRET: keepSecret(settings.DATA_DIR, 'sessions'),
      ADMIN_SUBJECT: identity.administrator,
      WEB_DIST: programs.web,
    });
    apis.push({ program, url: `http://127.0.0.1:${apiPort}`, address: `127.0.0.1:${apiPort}` });
  }
  await undo(
    ...apis.map(
      ({ program }) =>
        () =>
          program.stop(6_000),
    ),
  );
  for (const { program, url } of [...apis, ...workers]) {
    await waitForUrl(`${url}/readyz`, [program], READY_TIMEOUT_MS);
  }
  const proxyArgs = ['-db', '-f', join(ROOT, 'infra/production/proxy/haproxy.cfg')];
  const addressed = Object.fromEntries(apis.map(({ address }, index) => [`API_${index + 1}`, address]));
  const bind = { PROXY_BIND: `127.0.0.1:${port}` };
  const proxy = context.program('proxy', proxyArgs, { ...addressed, ...bind }, { executable: haproxy });
  await undo(() => proxy.stop(2_000));
  await waitForUrl(`${web}/readyz`, [proxy], READY_TIMEOUT_MS);
  const installation = record.readInstallation() ?? { demo: true };
  if (evaluation && installation.demo) {
    await loadDemo(context, installation, { api: web, issuer: identity.issuer, databaseUrl });
  }
  const addresses = {
    web: publicUrl,
    api: web,
    temporalAddress: temporal.address,
    temporalUi: uiUrl,
    databaseUrl,
    oidcIssuer: identity.issuer,
  };
  record.writeAddresses(addresses);
  return { addresses, replicas: apis.map(({ url }) => url), database: postgres };
}

async function startWorkers(
  context: Context,
  worker: string,
  shared: Readonly<Record<string, string | undefined>>,
): Promise<{ program: SupervisedProgram; url: string }[]> {
  const started = [];
  for (const role of ROLES) {
    const port = String(await randomFreePort());
    const environment = { ...shared, WORKER_ROLES: role, HEALTH_PORT: port };
    const program = context.program(`worker-${role}`, [worker], environment);
    started.push({ program, url: `http://127.0.0.1:${port}` });
  }
  return started;
}

/** The emitted release that RELEASE_DIR names, or one built now beside the data. */
async function release({ settings, environment, say }: Context): Promise<string> {
  const named = environment['RELEASE_DIR'];
  const folder = named ? named : join(settings.DATA_DIR, 'release');
  if (!isRelease(folder)) {
    say('Building the release …');
    await buildRelease(folder, say);
  }
  return folder;
}

/** HAProxy's program: found, or installed where we may. Throws Problem NO_PROXY. */
export async function findHaproxy(say: (line: string) => void): Promise<string> {
  const places = ['/usr/sbin', '/usr/local/sbin'];
  if (findProgram('haproxy', places) === undefined) await installDebianPackages(['haproxy'], say);
  const found = findProgram('haproxy', places);
  if (found === undefined) throw new Problem('NO_PROXY');
  return found;
}
