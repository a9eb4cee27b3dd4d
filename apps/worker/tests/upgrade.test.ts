import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { readFailedUpdate } from '@tinhgon/commands/failed-update';
import type { Actor } from '@tinhgon/rules/actor';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadBundle } from '../src/bundle.ts';
import { reconcile } from '../src/reconcile.ts';
import { replayGate } from '../src/versions/replay-gate.ts';
import { rollOut } from '../src/versions/roll-out.ts';
import { versionsOf } from '../src/versions/versions.ts';
import { control, lan, minister } from './people.ts';
import { scenario } from './scenario.ts';
import { serve, startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let old: TestWorker;
beforeAll(async () => {
  temporal = await testEnvironment();
  // As before there were versions.
  old = await startWorker(temporal);
});
afterAll(async () => {
  await old.stop();
  await temporal.close();
});

const PLANS = 6;
/** Each starts workers of several versions one after the other. */
const PATIENCE_MS = 180_000;
const changedBundle = () =>
  bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./changed-workflows.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  });

it(
  'goes to another version step by step and back, with decisions coming in and none lost',
  async () => {
    const { client, taskQueue, dataConverter } = temporal;
    const on = scenario(temporal);
    const versions = versionsOf(client, taskQueue);
    const serveAs = async (buildId: string) => {
      const stop = await serve(temporal, old.databaseUrl, { buildId });
      await waitUntil(
        () => versions.read().catch(() => null),
        (found) => found?.known.includes(buildId) === true,
      );
      return stop;
    };
    const codes = Array.from({ length: PLANS }, () => uniqueCode('PA'));
    const all = (by: Actor, words: { readonly type: string; readonly reason?: string }) =>
      Promise.all(codes.map((code) => on.doesUntilAnswered(`plan/${code}`, by, words)));
    for (const code of codes) await on.startPlan(on.planBegin(code, ['TT-01']));

    const endFirst = await serveAs('first');
    await versions.makeCurrent('first');
    await old.stopServing();
    await all(lan, { type: 'submit' });

    const bundle = await loadBundle();
    expect(await replayGate(client, { taskQueue, bundle, dataConverter, most: 50 })).toMatchObject({
      live: PLANS,
      broken: [],
    });
    const endSecond = await serveAs('second');
    const said: string[] = [];
    const rollingOut = rollOut(versions, {
      buildId: 'second',
      steps: [50],
      watchMs: 3_000,
      say: (line) => said.push(line),
    });
    await all(control, { type: 'approve' });
    expect(await rollingOut).toBe(true);
    expect(said).toEqual(['second takes 50 %', 'second is current']);
    expect(await versions.read()).toMatchObject({ current: 'second', ramping: null });
    await endFirst();
    await all(minister, { type: 'return', reason: 'Xem lại' });

    // Back to the first, whose worker comes again.
    const endAgain = await serveAs('first');
    await versions.makeCurrent('first');
    await endSecond();
    await all(lan, { type: 'submit' });
    const rows = await old.db
      .selectFrom('current_event')
      .select(['subject', 'type'])
      .where('type', 'in', ['submitted', 'approved', 'returned'])
      .orderBy('subject')
      .orderBy('seq')
      .execute();
    const told = Map.groupBy(rows, ({ subject }) => subject);
    expect([...told.values()].map((own) => own.map(({ type }) => type))).toEqual(
      codes.map(() => ['submitted', 'approved', 'returned', 'submitted']),
    );
    expect(await reconcile({ db: old.db, client, taskQueue })).toMatchObject({ differences: [] });
    await endAgain();
  },
  PATIENCE_MS,
);

it(
  'takes back a version whose workflows fail',
  async () => {
    const { client, taskQueue } = temporal;
    const on = scenario(temporal);
    const versions = versionsOf(client, taskQueue);
    const { current } = await versions.read();
    const endCurrent = await serve(temporal, old.databaseUrl, { buildId: current ?? '' });
    const endBroken = await serve(temporal, old.databaseUrl, {
      buildId: 'broken',
      bundle: await changedBundle(),
    });
    const code = uniqueCode('PA');
    await on.startPlan(on.planBegin(code, ['TT-01']));
    const submit = await on.command(`plan/${code}`, lan, { type: 'submit' });
    const rollingOut = rollOut(versions, { buildId: 'broken', steps: [100], watchMs: 10_000, say: () => {} });
    // Its next task is the new version's, which cannot go on with it; taken back, it is done.
    await waitUntil(
      () => versions.read(),
      (found) => found.ramping !== null,
    );
    const given = () => on.send(`plan/${code}`, submit).catch(readFailedUpdate);
    const unanswered = given();
    expect(await rollingOut).toBe(false);
    expect(await versions.read()).toMatchObject({ current, ramping: null });
    // Whoever got no answer sends the same again.
    const first = await unanswered;
    expect('version' in first || first.kind === 'unsure').toBe(true);
    expect(await waitUntil(given, (outcome) => 'version' in outcome)).toMatchObject({
      version: submit.expectedVersion + 1,
    });
    await endBroken();
    await endCurrent();
  },
  PATIENCE_MS,
);

it(
  'names what the new code could not go on with',
  async () => {
    const { client, taskQueue, dataConverter } = temporal;
    const bundle = await changedBundle();
    const { broken } = await replayGate(client, { taskQueue, bundle, dataConverter, most: 50 });
    const live = broken.filter(({ workflow }) => workflow.startsWith('plan/'));
    expect(live).toHaveLength(PLANS + 1);
    for (const { reason } of live) expect(reason).toContain('Nondeterminism');
  },
  PATIENCE_MS,
);
