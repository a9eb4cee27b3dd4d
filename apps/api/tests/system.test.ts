import { randomUUID } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { openPayloads } from '@tinhgon/commands/payloads/data-converter';
import type { StuckView, SystemView } from '@tinhgon/rules/views/system';
import { startTestWorker } from '@tinhgon/test-kit/programs';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { shut } from './shut.ts';
import { answerOf, openWorld, type World } from './world.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });
/** A way to Temporal that can be cut. */
let link: Link;
let world: World;
let endWorker = async (): Promise<void> => {};
beforeAll(async () => {
  link = await openLink(inject('temporalAddress'));
  world = await openWorld({ worker: false, environment: { TEMPORAL_ADDRESS: link.address } });
  await serve();
});
afterAll(async () => {
  await endWorker();
  await world?.stop();
  await link?.close();
});

/** Pollers are forgotten after a minute, and workflows looked at twice a minute. */
const PATIENT = { timeout: 150_000, interval: 1_000 };
vi.setConfig({ testTimeout: 400_000 });

async function serve(
  as: { readonly payloadKeysFile?: string; readonly buildId?: string } = {},
): Promise<void> {
  const { database, taskQueue, url, receiptKeysFile } = world;
  const worker = await startTestWorker({
    databaseUrl: database.url,
    taskQueue,
    publicUrl: url,
    receiptKeysFile,
    ...as,
  });
  endWorker = () => worker.stop();
}

async function look(): Promise<SystemView> {
  const headers = { authorization: `Bearer ${await world.token('admin')}` };
  const { status, body } = await answerOf(await fetch(`${world.url}/trpc/system.look`, { headers }));
  expect(status).toBe(200);
  return body.result.data;
}

const rolesServed = async () => {
  const { workers } = await look();
  return workers.known ? workers.facts.filter(({ served }) => served).map(({ role }) => role) : null;
};
async function stuckAt(code: string): Promise<StuckView | undefined> {
  const { stuck } = await look();
  return stuck.known ? stuck.facts.items.find((one) => one.code === code) : undefined;
}
async function newPlan(): Promise<string> {
  const about = { programme: world.programme, leadAgency: world.home, year: 2026, name: 'Bí mật' };
  return (await world.call('lan', 'POST', '/plans', about)).body.code;
}
/** A command of which nothing is known in the end: nobody can carry it out. */
const comment = (code: string) =>
  world.call('lan', 'POST', `/plans/${code}/commands`, {
    commandId: randomUUID(),
    expectedVersion: 1,
    type: 'comment',
    text: 'Xin ý kiến',
  });

test('a system that is well: every role served, nothing stuck, each part with its moment', async () => {
  await newPlan();
  const view = await look();
  expect(view.ready).toMatchObject({ database: 'ready', temporal: 'ready' });
  await expect.poll(rolesServed, PATIENT).toEqual(['decisions', 'notifications', 'bulk']);
  const stuck = async () => (await look()).stuck;
  await expect.poll(stuck, PATIENT).toMatchObject({ known: true, facts: { open: 1, items: [], more: 0 } });
  const settled = await look();
  expect(settled.record).toMatchObject({ known: true, facts: { toStart: { count: 0 } } });
  expect(settled.scheduled.known && settled.scheduled.facts.map(({ name }) => name)).toHaveLength(4);
  for (const part of [
    settled.workers,
    settled.record,
    settled.mails,
    settled.told,
    settled.scheduled,
    settled.stuck,
  ])
    expect(Date.now() - Date.parse(part.at)).toBeLessThan(60_000);
});

test('a workflow ended by hand is named, with what was said', async () => {
  const code = await newPlan();
  await world.app.temporal.workflow.getHandle(`plan/${code}`).terminate('dọn thử');
  await expect
    .poll(() => stuckAt(code), PATIENT)
    .toMatchObject({
      kind: 'plan',
      trouble: 'terminated',
      said: 'dọn thử',
      since: expect.any(String),
    });
  expect(JSON.stringify(await look())).not.toContain('Bí mật');
});

test('a worker without the keys: its plan is named with the reason, and goes on when they are back', async () => {
  const code = await newPlan();
  await endWorker();
  await serve({ payloadKeysFile: '' });
  const given = comment(code);
  await expect
    .poll(() => stuckAt(code), PATIENT)
    .toMatchObject({
      trouble: 'task-fails',
      said: expect.stringContaining('PAYLOAD_KEYS_FILE does not hold this key'),
      attempts: expect.any(Number),
    });
  await given;
  await endWorker();
  await serve();
  await expect.poll(() => stuckAt(code), PATIENT).toBeUndefined();
});

test('without a worker the page says so of each role; other code is told from a fault', async () => {
  const code = await newPlan();
  await endWorker();
  await expect.poll(rolesServed, PATIENT).toEqual([]);
  const connection = await NativeConnection.connect({ address: inject('temporalAddress') });
  const { dataConverter } = openPayloads(inject('payloadKeysFile'));
  const other = await Worker.create({
    connection,
    dataConverter,
    taskQueue: world.taskQueue,
    workflowsPath: fileURLToPath(new URL('./changed-workflows.ts', import.meta.url)),
  });
  try {
    await other.runUntil(async () => {
      const given = comment(code);
      await expect
        .poll(() => stuckAt(code), PATIENT)
        .toMatchObject({
          trouble: 'other-code',
          said: expect.stringContaining('Nondeterminism'),
        });
      await given;
    });
  } finally {
    await connection.close();
  }
});

test('a version that work is not sent to is told from a worker that serves', async () => {
  await endWorker();
  await serve({ buildId: 'second' });
  const states = async () => {
    const { workers } = await look();
    return workers.known && workers.facts.map(({ pollers }) => pollers.find((one) => one.buildId)?.state);
  };
  const all = (state: string) => [state, state, state];
  await expect.poll(states, PATIENT).toEqual(all('other-version'));
  await expect.poll(rolesServed, PATIENT).toEqual([]);
  const { workflowService } = world.app.temporal;
  const version = { namespace: 'default', deploymentName: world.taskQueue, buildId: 'second' };
  const sendThere = async () => {
    await workflowService.setWorkerDeploymentCurrentVersion(version).catch(() => {});
    return await states();
  };
  await expect.poll(sendThere, PATIENT).toEqual(all('working'));
  await expect.poll(rolesServed, PATIENT).toEqual(['decisions', 'notifications', 'bulk']);
});

test('while the database is away the other parts are told', async () => {
  await look();
  await shut(world.database.url, true);
  try {
    const view = await untilSilent('database');
    expect(view.ready.temporal).toBe('ready');
    expect(view.workers.known).toBe(true);
    expect(view.scheduled.known).toBe(true);
    expect(view.record).toMatchObject({ known: false, why: 'silent' });
    expect(view.stuck).toMatchObject({ known: false, why: 'silent' });
  } finally {
    await shut(world.database.url, false);
  }
  await expect.poll(async () => (await look()).record.known, PATIENT).toBe(true);
});

test('while Temporal is away the other parts are told', async () => {
  link.cut();
  const view = await untilSilent('temporal');
  expect(view.ready.database).toBe('ready');
  expect(view.record.known).toBe(true);
  expect(view.mails).toMatchObject({ known: true, facts: { sends: false, failed: 0 } });
  expect(view.workers).toMatchObject({ known: false, why: 'silent' });
});

async function untilSilent(what: 'database' | 'temporal'): Promise<SystemView> {
  for (const deadline = Date.now() + 30_000; ; ) {
    const view = await look();
    if (view.ready[what] === 'silent') return view;
    if (Date.now() > deadline) throw new Error(`${what} goes on answering`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

interface Link {
  readonly address: string;
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

async function openLink(to: string): Promise<Link> {
  const [host = '', port = ''] = to.split(':');
  const open = new Set<Socket>();
  const server: Server = createServer((from) => {
    const there = connect(Number(port), host);
    for (const [one, other] of [
      [from, there],
      [there, from],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => open.delete(one));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const told = server.address();
  const cut = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return {
    address: `127.0.0.1:${typeof told === 'object' ? told?.port : ''}`,
    cut,
    close: async () => cut(),
  };
}
