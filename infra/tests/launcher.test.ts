import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endProcess } from '../src/process/end-process.ts';
import { isAlive, type ProcessIdentity } from '../src/process/identity.ts';
import { randomFreePort } from '../src/process/ports.ts';
import { findLauncher } from '../src/stack/launcher-lock.ts';
import { ROOT } from '../src/stack/paths.ts';
import { openRecord } from '../src/stack/record.ts';

const START_TIMEOUT_MS = 150_000;
const PORTS = ['PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'IDENTITY_PORT'];

let dataDir: string;
let environment: NodeJS.ProcessEnv;
let launcher: Launcher;

interface Launcher {
  wrapper: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(process.env['TINHGON_TEST_DIR'] ?? tmpdir(), 'tinhgon-launcher-'));
  const ports = await Promise.all(PORTS.map(async (name) => [name, String(await randomFreePort())]));
  environment = {
    ...process.env,
    NODE_ENV: 'test',
    LC_ALL: 'C',
    DATA_DIR: dataDir,
    ...Object.fromEntries(ports),
  };
});

afterAll(async () => {
  launcher.wrapper.kill('SIGTERM');
  await launcher.ended;
  for (const identity of Object.values(processes())) await endProcess(identity, { graceMs: 2_000 });
  rmSync(dataDir, { recursive: true, force: true });
});

function launch(extra: NodeJS.ProcessEnv = {}): Launcher {
  const wrapper = spawn(process.execPath, [join(ROOT, 'infra/bin/run.mjs'), 'start', '--empty'], {
    cwd: ROOT,
    env: { ...environment, ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [wrapper.stdout, wrapper.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more;
    });
  }
  const ended = once(wrapper, 'exit').then(([code]) => code as number | null);
  return { wrapper, output: () => text, ended };
}

async function launchUntilReady(): Promise<Launcher> {
  const started = launch();
  await until(() => started.output().includes('Ready: '), START_TIMEOUT_MS, started.output);
  return started;
}

async function until(
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
  explain: () => string = () => '',
) {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited in vain: ${explain()}`);
    await sleep(100);
  }
}

function processes(): Record<string, ProcessIdentity> {
  return openRecord(dataDir).readProcesses();
}

function pidOf(name: string): number {
  const identity = processes()[name];
  if (identity === undefined) throw new Error(`no process ${name}`);
  return identity.pid;
}

async function isReady(): Promise<boolean> {
  const api = openRecord(dataDir).readAddresses()?.api;
  return fetch(`${api}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}

test('starts, and says so when started twice', { timeout: 2 * START_TIMEOUT_MS }, async () => {
  launcher = await launchUntilReady();
  expect(await isReady()).toBe(true);
  const stack: unknown = JSON.parse(readFileSync(join(dataDir, 'stack.json'), 'utf8'));
  expect(Object.keys(stack as object).toSorted()).toEqual([
    'api',
    'databaseUrl',
    'oidcIssuer',
    'temporalAddress',
    'temporalUi',
    'web',
    'workerMetrics',
  ]);
  const { temporalUi, web } = stack as { temporalUi: string; web: string };
  const settings: unknown = await (await fetch(`${temporalUi}/api/v1/settings`)).json();
  expect(settings).toMatchObject({ Codec: { Endpoint: `${web}/codec`, IncludeCredentials: true } });
  expect((await fetch(temporalUi)).headers.get('content-type')).toContain('text/html');
  const second = launch();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`It is already running at http://localhost:${environment['PORT']}`);
});

test.each(['api', 'worker', 'postgres', 'temporal', 'identity'])(
  '%s is started again after kill -9',
  async (name) => {
    const before = pidOf(name);
    process.kill(before, 'SIGKILL');
    await until(() => pidOf(name) !== before, 20_000, launcher.output);
    await until(isReady, 30_000, launcher.output);
    expect(pidOf(name)).not.toBe(before);
  },
);

test('after kill -9 of the launcher the next start cleans up and works', {
  timeout: 2 * START_TIMEOUT_MS,
}, async () => {
  const left = processes();
  const found = findLauncher(dataDir);
  process.kill(found?.pid ?? 0, 'SIGKILL');
  await launcher.ended;
  expect(Object.values(left).some(isAlive)).toBe(true);
  launcher = await launchUntilReady();
  expect(await isReady()).toBe(true);
  expect(pidOf('api')).not.toBe(left['api']?.pid);
});

test('Ctrl+C ends every process within 15 s', async () => {
  const all = Object.values(processes());
  const begun = Date.now();
  launcher.wrapper.kill('SIGINT');
  expect(await launcher.ended).toBe(0);
  expect(Date.now() - begun).toBeLessThan(15_000);
  expect(all.filter(isAlive)).toEqual([]);
});

test('a port that was asked for and is taken is one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const refused = launch({ PORT: String(port) });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain(`Port ${port} for web is taken by another program`);
  expect(refused.output().trim().split('\n')).toHaveLength(1);
  other.close();
});
