import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { actorFor } from '@tinhgon/database/queries/actor-for';
import { saveAgency } from '@tinhgon/database/catalogue/save-agency';
import { reconcileRecord } from '@tinhgon/database/record/reconcile-record';
import { addDays, dayOf } from '@tinhgon/rules/day';
import { COUNTED_WORK } from '@tinhgon/rules/operation/parameters';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { Actor } from '@tinhgon/rules/actor';
import { SYSTEM } from '@tinhgon/rules/person';
import { createTestDatabase, type TestDatabase } from '@tinhgon/test-kit/database';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bare, bareUpdate } from './bare-update.ts';
import { reconcile } from '../src/reconcile.ts';
import { changing } from './changing.ts';
import { enter } from './operating.ts';
import { control, lan, MINISTRY, minister } from './people.ts';
import { refusalOf } from './refusal.ts';
import { scenario } from './scenario.ts';
import { killHard, startWorkerProcess } from './worker-process.ts';

const office: Actor = {
  id: 'office',
  name: 'Đầu mối',
  agency: 'CP',
  roles: ['programme-office'],
  assignments: [],
};
const NEW = 'BTPM';
/** MERGER_PLANS=2000 moves a whole ministry and takes minutes; see docs/mergers.md. */
const PLANS = Number(process.env['MERGER_PLANS'] ?? 24);
/** People who decide meanwhile, each on plans of their own, one after another. */
const DECIDERS = Math.min(20, PLANS / 2);
const DECIDED = Math.min(PLANS / 2, 120);
const PATIENCE_MS = 60_000 + PLANS * 600;
const WAIT = { timeout: 60_000 };
const BARE = fileURLToPath(new URL('./bare-update.ts', import.meta.url));
const today = dayOf(new Date().toISOString());

let temporal: TestTemporal;
let database: TestDatabase;
let worker: ChildProcess;
beforeAll(async () => {
  temporal = await testEnvironment();
  database = await createTestDatabase();
  worker = await startWorkerProcess(database.url, temporal.taskQueue);
  const stamp = { actor: SYSTEM, now: new Date().toISOString() };
  for (const code of [MINISTRY, NEW]) {
    const agency = { code, nameVi: `Bộ ${code}`, nameEn: null, kind: 'ministry', parent: null } as const;
    await saveAgency(database.db, { ...agency, from: '2020-01-01', to: null, successor: null }, stamp);
  }
  await enter(database.db, [lan, control, minister, office]);
});
afterAll(async () => {
  if (worker.exitCode === null && worker.signalCode === null) await killHard(worker);
  await database.drop();
  await temporal.close();
});

it(
  'moves a ministry while people decide and the worker is killed: nothing is lost, nothing stays, and all goes back',
  async () => {
    const { db } = database;
    const on = scenario(temporal);
    const codes = Array.from({ length: PLANS }, () => uniqueCode('PA'));
    await inLanes(16, codes, (code) => on.startPlan(on.planBegin(code, ['TT-01'])));
    const documents = [uniqueCode('TT'), uniqueCode('TT')];
    await Promise.all(documents.map((code) => on.startDocument(on.documentBegin(code))));
    await expect.poll(() => changing(db).countOpen(MINISTRY), WAIT).toEqual({ plans: PLANS, documents: 2 });

    const begunAt = performance.now();
    const id = await changing(db, temporal).begin(office, {
      kind: 'merger',
      from: [MINISTRY],
      to: [NEW],
      effectiveOn: today,
      assigned: {},
    });
    const acknowledged: string[] = [];
    const decide = async (code: string): Promise<void> => {
      const subject = `plan/${code}`;
      for (const [person, words] of [
        [lan, { type: 'comment', text: 'Bắt đầu' }],
        [lan, { type: 'submit' }],
        [control, { type: 'approve' }],
        [minister, { type: 'approve' }],
      ] as const) {
        const { command } = await withAuthorityOfNow(
          (actor) => on.doesUntilAnswered(subject, actor, words),
          person.id,
        );
        acknowledged.push(`${subject} ${command.commandId}`);
      }
    };
    const deciding = inLanes(DECIDERS, codes.slice(0, DECIDED), decide);
    for (const many of [8, 24]) {
      await Promise.race([deciding, untilSome(acknowledged, many)]);
      await killHard(worker);
      worker = await startWorkerProcess(database.url, temporal.taskQueue);
    }
    await deciding;
    const merger = changing(db, temporal);
    const { progress } = await merger.result(id);
    const movedMs = performance.now() - begunAt;
    expect(progress).toMatchObject({ waiting: 0, failed: 0, refused: 0 });
    expect(acknowledged).toHaveLength(4 * DECIDED);

    const rows = await db
      .selectFrom('current_event')
      .select(['subject', 'command_id'])
      .where('type', 'in', ['commented', 'submitted', 'approved'])
      .execute();
    expect(rows.map((row) => `${row.subject} ${row.command_id}`).sort()).toEqual(acknowledged.toSorted());
    for (const code of codes) {
      const { state } = await on.report<PlanState>(`plan/${code}`);
      expect(state).toMatchObject({ leadAgency: NEW, formerAgencies: [MINISTRY] });
      if (state.step) expect(state.step.agency).toBe(NEW);
    }
    const { counts } = await merger.row(id);
    expect(counts?.before[MINISTRY]).toMatchObject({ plans: PLANS, documents: 2, roles: 3, people: 3 });
    expect(Object.values(counts?.after?.[MINISTRY] ?? {})).toEqual(COUNTED_WORK.map(() => 0));
    expect(counts?.after?.[NEW]).toMatchObject({ plans: PLANS, documents: 2, roles: 3, people: 3 });
    const { client, taskQueue } = temporal;
    expect((await reconcile({ db, client, taskQueue })).differences).toEqual([]);
    expect(await reconcileRecord(db)).toEqual({ broken: [], differences: [] });

    if (PLANS > 24) await sayRatio(movedMs);

    // The mirror: everything it did, also what has been decided since.
    const back = await merger.undo(office, id);
    expect((await merger.result(back)).progress).toMatchObject({ waiting: 0, failed: 0, refused: 0 });
    expect(await merger.countOpen(MINISTRY)).toEqual({ plans: PLANS, documents: 2 });
    expect(await merger.countOpen(NEW)).toEqual({ plans: 0, documents: 0 });
    expect((await merger.row(back)).counts?.after?.[MINISTRY]).toMatchObject({ roles: 3, people: 3 });
    const restored = await db
      .selectFrom('agency')
      .select(['to', 'successor'])
      .where('code', '=', MINISTRY)
      .execute();
    expect(restored).toEqual([{ to: null, successor: null }]);
    expect(await actorFor(db, { personId: 'lan' }, today)).toEqual(lan);
    expect(await reconcileRecord(db)).toEqual({ broken: [], differences: [] });
  },
  PATIENCE_MS,
);

it(
  'waits for its day, and takes along what was begun until then',
  async () => {
    const { db } = database;
    const merger = changing(db, temporal);
    const on = scenario(temporal);
    const id = await merger.begin(
      office,
      { kind: 'merger', from: [MINISTRY], to: [NEW], effectiveOn: addDays(today, 1), assigned: {} },
      new Date(Date.now() + 3_000).toISOString(),
    );
    expect((await merger.row(id)).state).toBe('scheduled');
    const code = uniqueCode('PA');
    await on.startPlan(on.planBegin(code, ['TT-01']));
    await merger.result(id);
    expect((await on.report<PlanState>(`plan/${code}`)).state.leadAgency).toBe(NEW);
  },
  PATIENCE_MS,
);

/** As many at once as there are lanes, each one after another. */
async function inLanes<T>(
  lanes: number,
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const left = [...items];
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** The time of the merger beside as many bare Updates, each with one normal activity, on the same server. */
async function sayRatio(movedMs: number): Promise<void> {
  const { connection, namespace, dataConverter, client } = temporal;
  const taskQueue = `bare-${randomUUID()}`;
  const bareWorker = await Worker.create({
    connection,
    namespace,
    dataConverter,
    taskQueue,
    workflowsPath: BARE,
    activities: { nothing: async () => {} },
  });
  await bareWorker.runUntil(async () => {
    const ids = Array.from({ length: PLANS }, () => `bare/${randomUUID()}`);
    const handles = new Map<string, WorkflowHandle<typeof bare>>();
    await inLanes(16, ids, async (workflowId) => {
      handles.set(workflowId, await client.workflow.start(bare, { workflowId, taskQueue, args: [] }));
    });
    const begunAt = performance.now();
    await inLanes(8, ids, async (id) => handles.get(id)?.executeUpdate(bareUpdate));
    const bareMs = performance.now() - begunAt;
    const ratio = Math.round((movedMs / bareMs) * 100) / 100;
    console.log(
      JSON.stringify({
        plans: PLANS,
        decisions: 4 * DECIDED,
        movedMs: Math.round(movedMs),
        bareMs: Math.round(bareMs),
        ratio,
      }),
    );
  });
}

async function untilSome(list: readonly unknown[], count: number): Promise<void> {
  while (list.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** With the functions the database knows of, asked anew where they had just gone elsewhere, as the API does. */
async function withAuthorityOfNow<T>(act: (actor: Actor) => Promise<T>, personId: string): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const actor = await actorFor(database.db, { personId }, today);
    if (!actor) throw new Error(`nobody is ${personId}`);
    try {
      return await act(actor);
    } catch (error) {
      const { code } = await refusalOf(Promise.reject(error));
      if (code !== 'NOT_YOUR_STEP' || tries === 3) throw error;
    }
  }
}
