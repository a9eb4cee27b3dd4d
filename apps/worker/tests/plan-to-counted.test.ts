import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reconcile } from '../src/reconcile.ts';
import { type Scenario, scenario } from './scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let worker: TestWorker;
let on: Scenario;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal);
  on = scenario(temporal);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

it('takes a plan from draft to done through its two documents, and the rows say so', async () => {
  const code = uniqueCode('PA');
  const documents = [uniqueCode('TT'), uniqueCode('TT')] as const;
  for (const document of documents) {
    expect(await on.startDocument(on.documentBegin(document))).toMatchObject({ version: 1, projected: true });
  }
  const begun = on.planBegin(code, documents);
  expect(await on.startPlan(begun)).toMatchObject({ version: 1, projected: true });
  await on.approvePlan(code);
  const procedures = begun.facts.measures.map(({ procedureCode }) => procedureCode);
  for (const document of documents) {
    await waitUntil(
      () => on.report<{ phase: string }>(`document/${document}`),
      ({ state }) => state.phase === 'drafting',
    );
    await on.finishDocument(document, procedures);
  }
  for (const subject of [`plan/${code}`, ...documents.map((document) => `document/${document}`)]) {
    expect(await temporal.client.workflow.getHandle(subject).result()).toMatchObject({ phase: 'done' });
  }
  const row = await worker.db
    .selectFrom('plan')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  expect(row.phase).toBe('done');
  expect(Object.keys(row.state.documents).sort()).toEqual([...documents].sort());
  const { taskQueue, client } = temporal;
  expect((await reconcile({ db: worker.db, client, taskQueue })).differences).toEqual([]);
});
