import { randomUUID } from 'node:crypto';
import { beginOperation } from '@tinhgon/database/operations/begin-operation';
import { personRef } from '@tinhgon/rules/person';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { operationSubject } from '@tinhgon/workflows/operation/messages';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPending } from '../src/start-pending.ts';
import { office } from './bottleneck-scenario.ts';
import { replaying } from './keep-history.ts';
import { enter, operating } from './operating.ts';
import { control, lan } from './people.ts';
import { scenario } from './scenario.ts';
import { deployment, startWorker, type TestWorker } from './start-worker.ts';

const vi = { ...control, id: 'vi', name: 'Nguyễn vi' };

let temporal: TestTemporal;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal);
  await enter(worker.db, [office, lan, control, vi]);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

it('replays plans whose claimed steps were passed on, and the operation that saw somebody off', async () => {
  const on = scenario(temporal);
  const replay = replaying(temporal);
  const [given, released] = [uniqueCode('PA'), uniqueCode('PA')];
  for (const code of [given, released]) {
    const document = uniqueCode('TT');
    await on.startDocument(on.documentBegin(document));
    await on.startPlan(on.planBegin(code, [document], '2030-01-01'));
    await on.does(`plan/${code}`, lan, { type: 'submit' });
    await on.does(`plan/${code}`, control, { type: 'claim' });
  }
  const passOn = (code: string, to: string | null) => ({
    stage: 3,
    subject: `plan/${code}`,
    task: { type: 'passOnStep', step: 'quality-check', from: control.id, to } as const,
  });
  const id = randomUUID();
  await beginOperation(
    worker.db,
    {
      id,
      kind: 'leaving',
      parameters: { of: 'leaving', person: personRef(control), choices: { items: {}, successors: {} } },
      startsAt: null,
      items: [
        { stage: 2, subject: `person/${control.id}`, task: { type: 'deactivatePerson' } },
        passOn(given, vi.id),
        passOn(released, null),
      ],
    },
    { actor: office, now: new Date().toISOString() },
  );
  const { client, taskQueue } = temporal;
  await startPending({ db: worker.db, client, taskQueue, deployment });
  const { progress } = await operating(temporal, worker.db).result(id);
  expect(progress).toMatchObject({ refused: 0, failed: 0 });
  const holderOf = async (code: string) => (await on.report<PlanState>(`plan/${code}`)).state.step?.holder;
  expect(await holderOf(given)).toMatchObject({ id: vi.id });
  expect(await holderOf(released)).toBeNull();
  await expect(replay('plan-passed-on', `plan/${given}`)).resolves.toBeUndefined();
  await expect(replay('plan-given-back', `plan/${released}`)).resolves.toBeUndefined();
  await expect(replay('operation-leaving', operationSubject(id))).resolves.toBeUndefined();
});
