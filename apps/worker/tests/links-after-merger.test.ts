import { saveAgency } from '@tinhgon/database';
import { addDays, dayOf } from '@tinhgon/rules/day';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { SYSTEM } from '@tinhgon/rules/person';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINISTRY } from './people.ts';
import { scenario } from './scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

it('opens a document that is done under the agency that has the work of its own, when a plan is linked after a merger', async () => {
  const on = scenario(temporal);
  const [first, later, document] = [uniqueCode('PA'), uniqueCode('PA'), uniqueCode('TT')];
  await on.startDocument(on.documentBegin(document));
  await on.startPlan(on.planBegin(first, [document], '2030-01-01'));
  await on.approvePlan(first);
  const report = () => on.report<DocumentState>(`document/${document}`);
  await waitUntil(report, ({ state }) => state.phase === 'drafting');
  await on.finishDocument(document, [`1.${first}`, `2.${first}`]);
  await temporal.client.workflow.getHandle(`document/${document}`).result();

  const stamp = { actor: SYSTEM, now: new Date().toISOString() };
  const yesterday = addDays(dayOf(stamp.now), -1);
  const receiving = uniqueCode('BNV');
  const agency = { nameEn: null, kind: 'ministry', parent: null, from: '2020-01-01' } as const;
  const joined = { ...agency, code: receiving, nameVi: 'Bộ nhận việc', to: null, successor: null };
  await saveAgency(worker.db, joined, stamp);
  const ended = { ...agency, code: MINISTRY, nameVi: 'Bộ cũ', to: yesterday, successor: receiving };
  await saveAgency(worker.db, ended, stamp);

  await on.startPlan(on.planBegin(later, [document], '2030-01-01'));
  await on.approvePlan(later);
  const { state } = await waitUntil(report, (seen) => seen.state.phase === 'carrying-out');
  expect(state).toMatchObject({
    leadAgency: receiving,
    formerAgencies: [MINISTRY],
    steps: [{ key: 'draft-announcement', agency: receiving }],
  });
  const rows = await worker.db
    .selectFrom('step_run')
    .select(['step', 'agency'])
    .where('subject', '=', `document/${document}`)
    .where('finished_at', 'is', null)
    .execute();
  expect(rows).toEqual([{ step: 'draft-announcement', agency: receiving }]);
});
