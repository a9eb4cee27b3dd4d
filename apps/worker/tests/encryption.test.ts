import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFailedUpdate } from '@tinhgon/commands/failed-update';
import { openPayloads } from '@tinhgon/commands/payloads/data-converter';
import {
  newPayloadKeyFile,
  openPayloadKeys,
  type PayloadKeyFile,
  withCurrent,
  withNewKey,
  withoutKey,
  writePayloadKeyFile,
} from '@tinhgon/commands/payloads/payload-keys';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { loadBundle } from '../src/bundle.ts';
import { SCHEDULE_NAMES } from '@tinhgon/rules/installation';
import { scheduleId } from '@tinhgon/workflows/schedules';
import { keepSchedule, renewSchedules } from '../src/keep-schedule.ts';
import { keysInUse } from '../src/payload-keys/keys-in-use.ts';
import { replaying } from './keep-history.ts';
import { control, lan } from './people.ts';
import { scenario } from './scenario.ts';
import { serve, startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';
import { killHard, startWorkerProcess } from './worker-process.ts';

const NOW = new Date().toISOString();
const folder = mkdtempSync(join(tmpdir(), 'tinhgon-keys-'));
/** As on three machines: those of the API, and of two workers. */
const [API, FIRST, SECOND] = ['api', 'first', 'second'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
let keys: PayloadKeyFile;
/** Brings the file to these machines. */
const bring = (next: PayloadKeyFile, ...machines: string[]) => {
  keys = next;
  for (const machine of machines) writePayloadKeyFile(machine, keys);
};

let temporal: TestTemporal;
let worker: TestWorker;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  bring(newPayloadKeyFile(NOW), API, FIRST, SECOND);
  temporal = await testEnvironment(API);
  worker = await startWorker(temporal);
  await worker.stopServing();
});
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A worker that reads its keys from a machine's file, and replays each time. */
async function serveWith(machine: string, bundle?: { readonly code: string }) {
  const { dataConverter } = openPayloads(machine);
  const options = { maxCachedWorkflows: 0, ...(bundle ? { bundle } : {}) };
  const end = await serve({ ...temporal, dataConverter }, worker.databaseUrl, options);
  ends.push(end);
  return end;
}

/** Every text Temporal keeps of a workflow, as somebody with access to it reads it. */
async function lyingInTemporal(subject: string): Promise<string> {
  const handle = temporal.client.workflow.getHandle(subject);
  const { raw } = await handle.describe();
  const texts: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part === 'string') texts.push(part);
    else if (part instanceof Uint8Array) texts.push(Buffer.from(part).toString('utf8'));
    else if (typeof part === 'object' && part !== null) Object.entries(part).flat().forEach(walk);
  };
  walk([await handle.fetchHistory(), raw]);
  return texts.join('\n');
}

it('keeps no name, reason or title in Temporal that can be read there, and is read by those who have the key', async () => {
  await serveWith(FIRST);
  const on = scenario(temporal);
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  const reason = 'Thiếu căn cứ lựa chọn';
  await on.startPlan(on.planBegin(code, ['TT-01']));
  await on.does(subject, lan, { type: 'submit' });
  await on.does(subject, control, { type: 'claim' });
  await on.does(subject, control, { type: 'return', reason });
  const kept = await lyingInTemporal(subject);
  expect(kept).toContain(code);
  expect(kept).toContain('TgOwner');
  for (const secret of [reason, 'Nguyễn', 'hộ tịch', 'contentHash']) expect(kept).not.toContain(secret);

  const description = await temporal.client.workflow.getHandle(subject).describe();
  expect(await description.staticSummary()).toContain('Đơn giản hóa hộ tịch');
  const told = await temporal.client.workflow.getHandle(subject).query('__temporal_workflow_metadata');
  expect(JSON.stringify(told)).toContain('trả lại: Kiểm soát chất lượng · Nguyễn minh');
});

it('hides what a failure says', async () => {
  await serveWith(FIRST);
  const { client, taskQueue } = temporal;
  const workflowId = `plan/${uniqueCode('PA')}`;
  const odd = { deployment: { locale: 'Bí mật' } };
  const handle = await client.workflow.start('plan', { workflowId, taskQueue, args: [odd] });
  const failed = await waitUntil(
    async () =>
      (await handle.fetchHistory()).events?.find((event) => event.workflowTaskFailedEventAttributes),
    (found) => found !== undefined,
  );
  const { failure } = failed?.workflowTaskFailedEventAttributes ?? {};
  expect([failure?.message, failure?.stackTrace]).toEqual(['Encoded failure', '']);
  expect((await handle.describe()).status.name).toBe('RUNNING');
  await handle.terminate();
});

it('changes its key while two workers serve and decisions come in, and loses none', async () => {
  for (const machine of [FIRST, SECOND]) {
    const child = await startWorkerProcess(worker.databaseUrl, temporal.taskQueue, machine);
    ends.push(() => killHard(child));
  }
  const on = scenario(temporal);
  const old = keys.current ?? '';
  const codes = Array.from({ length: 2 }, () => uniqueCode('PA'));
  for (const code of codes) await on.startPlan(on.planBegin(code, ['TT-01']));
  let over = false;
  const given = new Map<string, number>();
  const deciding = codes.map(async (code) => {
    for (let n = 0; !over; n += 1) {
      await on.does(`plan/${code}`, lan, { type: n % 2 === 0 ? 'claim' : 'release' });
      given.set(code, n + 1);
    }
  });
  const moreOfEach = async () => {
    const before = new Map(given);
    await waitUntil(
      async () => codes.map((code) => (given.get(code) ?? 0) - (before.get(code) ?? 0)),
      (each) => each.every((count) => count >= 2),
    );
  };
  await moreOfEach();
  // Known everywhere, one machine after the other; then in use, one after the other.
  bring(withNewKey(keys, NOW), SECOND);
  await moreOfEach();
  bring(keys, API, FIRST);
  const fresh = keys.keys[1]?.id ?? '';
  await moreOfEach();
  bring(withCurrent(keys, fresh), FIRST);
  await moreOfEach();
  bring(keys, API, SECOND);
  const both = async () => {
    const found = await keysInUse(temporal.client, temporal.taskQueue);
    return codes.every((code) => [old, fresh].every((key) => found.keys.get(key)?.includes(`plan/${code}`)));
  };
  await waitUntil(both, (found) => found);
  over = true;
  await Promise.all(deciding);

  const rows = await worker.db
    .selectFrom('current_event')
    .select(({ fn }) => ['subject', fn.countAll<string>().as('count')])
    .where('type', 'in', ['stepClaimed', 'stepReleased'])
    .where(
      'subject',
      'in',
      codes.map((code) => `plan/${code}`),
    )
    .groupBy('subject')
    .execute();
  expect(new Map(rows.map(({ subject, count }) => [subject.slice('plan/'.length), Number(count)]))).toEqual(
    given,
  );
  // Under both keys.
  for (const code of codes) {
    await expect(replaying(temporal)('plan-of-two-keys', `plan/${code}`)).resolves.toBeUndefined();
  }
});

it('waits, and ends nothing, where a worker lacks the key until it has it', async () => {
  bring(keys, API, FIRST, SECOND);
  await serveWith(FIRST);
  const [before, after] = [uniqueCode('PA'), uniqueCode('PA')];
  const then = scenario(temporal);
  await then.startPlan(then.planBegin(before, ['TT-01']));
  // Brought to the API alone: the operator's mistake.
  const next = withNewKey(keys, NOW);
  bring(withCurrent(next, next.keys.at(-1)?.id ?? ''), API);
  const api = await testEnvironment(API);
  ends.push(() => api.close());
  const on = scenario({ ...temporal, client: api.client });
  const handle = (code: string) => temporal.client.workflow.getHandle(`plan/${code}`);
  const begun = on.planBegin(after, ['TT-01']);
  const starting = on.startPlan(begun).catch((error: unknown) => error);
  await waitUntil(
    async () => (await keysInUse(temporal.client, temporal.taskQueue)).keys.get(keys.current)?.length ?? 0,
    (count) => count > 0,
  );
  const deciding = on.doesUntilAnswered(`plan/${before}`, lan, { type: 'claim' });
  await waitUntil(
    async () => (await handle(after).describe()).raw.pendingWorkflowTask?.attempt ?? 0,
    (attempt) => attempt > 1,
  );
  for (const code of [before, after]) expect((await handle(code).describe()).status.name).toBe('RUNNING');
  bring(keys, FIRST);
  expect((await deciding).outcome).toMatchObject({ projected: true });
  await starting;
  await waitUntil(
    () => on.startPlan(begun).catch(() => null),
    (outcome) => outcome !== null,
    60_000,
  );
  for (const code of [before, after]) expect((await handle(code).describe()).status.name).toBe('RUNNING');
}, 120_000);

it('does not know what was answered where the API lacks the key, until it has it', async () => {
  bring(keys, API, FIRST);
  const end = await serveWith(FIRST);
  const on = scenario(temporal);
  const subject = `plan/${uniqueCode('PA')}`;
  await on.startPlan(on.planBegin(subject.slice('plan/'.length), ['TT-01']));
  const claim = await on.command(subject, lan, { type: 'claim' });
  const next = withNewKey(keys, NOW);
  bring(withCurrent(next, next.keys.at(-1)?.id ?? ''), FIRST);
  await end();
  await serveWith(FIRST);
  const given = () => on.send(subject, claim).catch(readFailedUpdate);
  expect(await given()).toEqual({ kind: 'unsure' });
  bring(keys, API);
  expect(await waitUntil(given, (outcome) => 'version' in outcome)).toMatchObject({ projected: true });
});

it('writes schedules again under the key in use, so that an old one can go', async () => {
  bring(keys, API);
  const api = await testEnvironment(API);
  ends.push(() => api.close());
  const { client, taskQueue } = api;
  const ring = openPayloadKeys(API);
  for (const name of SCHEDULE_NAMES) await keepSchedule(client, name, 'vi', taskQueue);
  try {
    expect(await renewSchedules(client, ring, 'vi', taskQueue)).toBe(0);
    const old = keys.current ?? '';
    const next = withNewKey(keys, NOW);
    bring(withCurrent(next, next.keys.at(-1)?.id ?? ''), API);
    await waitUntil(
      async () => ring.ids().current,
      (current) => current === keys.current,
    );
    const inUse = async () => [...(await keysInUse(client, taskQueue)).keys.keys()];
    expect(await inUse()).toEqual([old]);
    expect(await renewSchedules(client, ring, 'vi', taskQueue)).toBe(SCHEDULE_NAMES.length);
    expect(await inUse()).toEqual([keys.current]);
    writePayloadKeyFile(API, withoutKey(keys, old));
    const described = await client.schedule.getHandle(scheduleId('reminders', taskQueue)).describe();
    expect(described.action).toMatchObject({ args: [{ locale: 'vi' }] });
    expect(described.state.note).toBe('Nhắc hạn vài phút một lần');
  } finally {
    for (const name of SCHEDULE_NAMES) await client.schedule.getHandle(scheduleId(name, taskQueue)).delete();
  }
});

it('names holders by their ids from the next decision on, where earlier code wrote their names', async () => {
  bring(keys, API, FIRST);
  const { code: now } = await loadBundle();
  const earlier = now.replaceAll(/\(0,\s*\w+\.patched\)\(OWNER_BY_ID\)/g, 'false');
  expect(earlier).not.toBe(now);
  const owner = async (subject: string) =>
    (await temporal.client.workflow.getHandle(subject).describe()).searchAttributes['TgOwner'];
  const on = scenario(temporal);
  const subject = `plan/${uniqueCode('PA')}`;
  const end = await serveWith(FIRST, { code: earlier });
  await on.startPlan(on.planBegin(subject.slice('plan/'.length), ['TT-01']));
  await on.does(subject, lan, { type: 'submit' });
  await on.does(subject, control, { type: 'claim' });
  expect(await owner(subject)).toEqual(['Nguyễn minh']);
  await end();
  await serveWith(FIRST);
  await on.does(subject, control, { type: 'release' });
  await on.does(subject, control, { type: 'claim' });
  expect(await owner(subject)).toEqual(['minh']);
  await expect(replaying(temporal)('plan-owner-by-id', subject)).resolves.toBeUndefined();
});
