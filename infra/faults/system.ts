import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessIdentity } from '../src/process/identity.ts';
import { randomFreePort } from '../src/process/ports.ts';
import { keepReceiptKeys } from '../src/receipt-keys.ts';
import type { Adapt } from '../src/stack/context.ts';
import { openRecord, type StackAddresses } from '../src/stack/record.ts';
import { startStack } from '../src/stack/start-stack.ts';
import { startTopology } from '../src/topology/start-topology.ts';
import { type Clock, openClock } from './clock.ts';
import { type Disk, limitDisk } from './disk.ts';
import { type Link, openLink } from './link.ts';

/** `evaluation`: what `npm start` runs; `topology`: what `npm run topology` runs. */
export type Shape = 'evaluation' | 'topology';

const LINKS = [
  'api-database',
  'api-temporal',
  'worker-database',
  'worker-temporal',
  'temporal-database',
] as const;
export type LinkName = (typeof LINKS)[number];
/** In a network namespace of our own each link has an address, whose route can be taken away. */
export const OWN_NETWORK = 'FAULTS_OWN_NETWORK';

/** What only some faults need: a limited disk for the database, clocks that can be turned. */
export type Preparation = 'disk' | 'clocks';

/** A whole system of our own, with everything in its way that faults are made of. */
export interface System {
  readonly shape: Shape;
  readonly dataDir: string;
  /** Straight to each part, past the links. */
  readonly addresses: StackAddresses;
  readonly links: Readonly<Record<LinkName, Link>>;
  readonly ownNetwork: boolean;
  /** The database's disk where it could be limited, and the clocks where they can be turned. */
  readonly disk: Disk | undefined;
  readonly clocks: Readonly<Record<'api' | 'worker', Clock>> | undefined;
  /** The receipt keys as API and workers read them: two files, as on two machines. */
  readonly keyFiles: Readonly<Record<'api' | 'worker', string>>;
  /** Those that run now and are called `part`, or `part` and something more. */
  processes(part: string): { readonly name: string; readonly identity: ProcessIdentity }[];
  readonly database: { suspend(): Promise<void>; resume(): Promise<void> };
  /** Ends it; of its data nothing stays but the logs, if asked for. */
  stop(logs: 'keep-logs' | 'throw-away'): Promise<void>;
}

export async function startSystem(
  shape: Shape,
  needs: ReadonlySet<Preparation>,
  say: (line: string) => void,
): Promise<System> {
  const dataDir = mkdtempSync(join(process.env['TINHGON_TEST_DIR'] ?? tmpdir(), 'tinhgon-faults-'));
  const ownNetwork = process.env[OWN_NETWORK] === '1';
  const links = {} as Record<LinkName, Link>;
  for (const [index, name] of LINKS.entries())
    links[name] = await openLink(name, ownNetwork ? `127.77.0.${index + 1}` : '127.0.0.1');
  const disk = needs.has('disk') ? await limitDisk(dataDir) : undefined;
  const clocks = needs.has('clocks') ? await openClocks(dataDir, say) : undefined;
  const keyFiles = twoKeyFiles(dataDir);
  const adapt: Adapt = (program, environment) => {
    const part = ['api', 'worker', 'temporal'].find((name) =>
      new RegExp(`^${name}(-?[0-9]|-[a-z]+|$)`).test(program),
    );
    if (part === undefined || program === 'temporal-ui') return environment;
    if (part === 'temporal') return throughSql(links['temporal-database'], environment);
    const who = part as 'api' | 'worker';
    return {
      ...environment,
      DATABASE_URL: throughUrl(links[`${who}-database`], environment['DATABASE_URL'] ?? ''),
      TEMPORAL_ADDRESS: through(links[`${who}-temporal`], environment['TEMPORAL_ADDRESS'] ?? ''),
      RECEIPT_KEYS_FILE: keyFiles[who],
      ...clocks?.[who].environment,
    };
  };
  const environment = { ...process.env, DATA_DIR: dataDir };
  const running = await (shape === 'evaluation'
    ? startStack({ mode: 'start', empty: true, randomPorts: true, environment, say, adapt })
    : startEmptyTopology(dataDir, environment, say, adapt)
  ).catch(async (error: unknown) => {
    // Nothing that was put under it may keep this program running; the logs stay.
    for (const link of Object.values(links)) link.close();
    await disk?.remove();
    throw error;
  });
  const { database, addresses } = running;
  if (!database) throw new RangeError('the system has no database of its own');
  return {
    shape,
    dataDir,
    addresses,
    links,
    ownNetwork,
    disk,
    clocks,
    keyFiles,
    processes: (part) =>
      Object.entries(openRecord(dataDir).readProcesses())
        .filter(([name]) => name === part || new RegExp(`^${part}[0-9-]`).test(name))
        .filter(([name]) => name !== 'temporal-ui')
        .map(([name, identity]) => ({ name, identity })),
    database,
    async stop(logs) {
      for (const link of Object.values(links)) await link.set('fair');
      await disk?.free();
      await running.stop();
      for (const link of Object.values(links)) link.close();
      await disk?.remove();
      for (const name of readdirSync(dataDir))
        if (name !== 'logs' || logs === 'throw-away')
          rmSync(join(dataDir, name), { recursive: true, force: true });
      if (logs === 'throw-away') rmSync(dataDir, { recursive: true });
    },
  };
}

async function startEmptyTopology(
  dataDir: string,
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
  adapt: Adapt,
) {
  openRecord(dataDir).writeInstallation({ demo: false });
  const names = ['PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'IDENTITY_PORT'];
  const ports = await Promise.all(names.map(async (name) => [name, String(await randomFreePort())] as const));
  return await startTopology({ ...environment, ...Object.fromEntries(ports) }, say, adapt);
}

async function openClocks(dataDir: string, say: (line: string) => void) {
  const folder = join(dataDir, 'clocks');
  mkdirSync(folder, { recursive: true });
  const api = await openClock(join(folder, 'api'), say);
  const worker = await openClock(join(folder, 'worker'), say);
  return api && worker ? { api, worker } : undefined;
}

function twoKeyFiles(dataDir: string): Record<'api' | 'worker', string> {
  const worker = keepReceiptKeys(dataDir);
  const api = `${worker}.api`;
  writeFileSync(api, '', { mode: 0o600 });
  copyFileSync(worker, api);
  return { api, worker };
}

function throughUrl(link: Link, url: string): string {
  const direct = new URL(url);
  link.leadTo(direct.hostname, Number(direct.port));
  direct.hostname = link.address;
  direct.port = String(link.port);
  return direct.href;
}

function through(link: Link, address: string): string {
  const [host = '', port] = address.split(':');
  link.leadTo(host, Number(port));
  return `${link.address}:${link.port}`;
}

function throughSql(link: Link, environment: Readonly<Record<string, string | undefined>>) {
  const { SQL_HOST = '', SQL_PORT } = environment;
  if (SQL_PORT === undefined) return environment;
  link.leadTo(SQL_HOST, Number(SQL_PORT));
  return { ...environment, SQL_HOST: link.address, SQL_PORT: String(link.port) };
}
