import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PrivateHalf, readKeyFile, rotated } from '@tinhgon/commands/receipts/key-ring';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  announce,
  approvePlan,
  carryOut,
  give,
  promulgate,
  read,
  startDocument,
  startPlan,
} from './acting.ts';
import { wrongsOnRecord } from './sound.ts';
import { openWorld, type World } from './world.ts';

const VERIFY = new URL('../../../infra/src/commands/verify.ts', import.meta.url).pathname;

let world: World;
let folder: string;
let plan: string;
let document: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tinhgon-record-'));
  world = await openWorld();
  document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  plan = body.code;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world?.stop();
});

const record = (player: Parameters<World['call']>[0], subject = `plan/${plan}`) =>
  world.call(player, 'GET', `/audit/${subject}`);

/** As an auditor does it, on a machine that knows nothing of this one. */
function verify(given: Readonly<Record<string, unknown>>, ...more: string[]) {
  const files = Object.entries(given).map(([name, content]) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(content));
    return name === 'record' ? [file] : [`--${name}`, file];
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [VERIFY, ...files.flat(), ...more], {
    encoding: 'utf8',
    env: {},
  });
  return { status, said: `${stdout}${stderr}` };
}

it('hands out the record of a plan and its documents, which a script finds right without this system', async () => {
  await approvePlan(world, `/plans/${plan}`);
  await promulgate(world, document);
  await announce(world, document, world.procedures.slice(0, 1));
  const { status, headers, body } = await record('lan');
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toContain('attachment');
  expect(body.chains.map(({ subject }: { subject: string }) => subject)).toEqual([
    `plan/${plan}`,
    document.replace('/documents', 'document'),
  ]);
  const { root } = readKeyFile(world.receiptKeysFile).keySet.set;
  expect(verify({ record: body }, '--root', root)).toMatchObject({
    status: 0,
    said: expect.stringContaining('nothing wrong'),
  });
  expect(verify({ record: body }, '--root', 'x'.repeat(43)).status).toBe(1);

  const [chain] = body.chains;
  chain.events[1].actor_name = 'Người khác';
  expect(verify({ record: body })).toMatchObject({
    status: 1,
    said: expect.stringContaining(`plan/${plan}, event 2: the event was changed`),
  });
  expect(verify({ record: { hello: 1 } }).status).toBe(1);
  expect(spawnSync(process.execPath, [VERIFY, join(folder, 'nowhere.json')]).status).toBe(2);
});

it('is for those who see the plan', async () => {
  expect((await record(null)).status).toBe(401);
  expect((await record('stranger')).status).toBe(404);
  expect((await record('auditor')).status).toBe(200);
  expect((await record('office')).status).toBe(200);
  expect((await record('auditor', 'plan/khong-co')).status).toBe(404);
  expect((await record('auditor', 'procedure/1.001')).status).toBe(400);
});

it('keeps to itself what a document heard of plans that do not exist for the reader', async () => {
  const shared = await startDocument(world);
  const measures = [{ procedureCode: world.procedures[2] }];
  const own = await startPlan(world, 'lan', measures, shared);
  const theirs = await startPlan(world, 'stranger', measures, shared);
  for (const [player, { body }] of [
    ['lan', own],
    ['stranger', theirs],
  ] as const) {
    await carryOut(world, `/plans/${body.code}`, [[player, { type: 'submit' }]]);
  }
  const subject = shared.replace('/documents', 'document');
  await expect.poll(async () => (await record('lan', subject)).status, { timeout: 10_000 }).toBe(403);
  const { body } = await record('lan', `plan/${own.body.code}`);
  expect(body).toMatchObject({ withheld: [subject], chains: [{ subject: `plan/${own.body.code}` }] });
  expect(verify({ record: body }).status).toBe(0);
  expect((await record('auditor', subject)).body.chains).toHaveLength(1);
});

it('signs each day how far every chain has come, to be kept elsewhere and compared', async () => {
  expect((await world.call('lan', 'GET', '/audit/checkpoints/latest')).status).toBe(404);
  const sign = () =>
    world.app.temporal.workflow.execute('checkpoint', {
      workflowId: `checkpoint-${world.taskQueue}`,
      taskQueue: world.taskQueue,
      args: [{ locale: 'vi' }],
    });
  const first = await sign();
  expect(await sign()).toEqual(first);
  const kept = await read(world, 'lan', '/audit/checkpoints/latest');
  const { day } = kept.statement;
  expect(await read(world, 'lan', `/audit/checkpoints/${day}`)).toEqual(kept);
  expect((await read(world, 'auditor', '/audit/checkpoints')).checkpoints).toEqual([kept]);
  expect((await world.call('lan', 'GET', '/audit/checkpoints/2020-01-01')).status).toBe(404);

  // Things go on, and what was before the checkpoint is still in it.
  await give(world, 'lan', `/plans/${plan}`, { type: 'comment', text: 'Sau mốc kiểm tra' });
  const { body } = await record('lan');
  expect(verify({ record: body, checkpoint: kept })).toMatchObject({
    status: 0,
    said: expect.stringContaining('the same as the one kept'),
  });
  const elsewhere = {
    ...kept,
    statement: { ...kept.statement, root: kept.statement.root.replace(/^./, 'x') },
  };
  expect(verify({ record: body, checkpoint: elsewhere }).status).toBe(1);
});

it('publishes its keys to anyone; what an earlier key signed is found right after a change', async () => {
  const published = async () => {
    const response = await fetch(`${world.url}/.well-known/tinhgon-keys.json`);
    expect(response.headers.get('cache-control')).toContain('public');
    return (await response.json()) as { keys: { kid: string; to: string | null }[] };
  };
  const [first] = (await published()).keys;
  const file = readKeyFile(world.receiptKeysFile);
  const next = rotated(file, file.root as PrivateHalf, new Date().toISOString());
  writeFileSync(world.receiptKeysFile, JSON.stringify(next));
  await expect.poll(async () => (await published()).keys.length, { timeout: 5_000 }).toBe(2);
  expect((await published()).keys[0]).toMatchObject({ kid: first?.kid, to: expect.any(String) });
  await give(world, 'lan', `/plans/${plan}`, { type: 'comment', text: 'Bằng khóa mới' });
  const { body } = await record('lan');
  expect(verify({ record: body })).toMatchObject({ status: 0 });
});

it('finds nothing wrong with anything that happened here', async () => {
  expect(await wrongsOnRecord(world)).toEqual([]);
});
