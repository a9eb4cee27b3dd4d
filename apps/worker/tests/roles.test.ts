import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { randomFreePort } from '@tinhgon/test-kit/programs';
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerProbes } from '../src/answer-probes.ts';
import { enter, operating } from './operating.ts';
import { control, lan } from './people.ts';
import { scenario } from './scenario.ts';
import { serve, startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal, { roles: ['decisions'] });
  await enter(worker.db, [lan, control]);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

it('takes decisions while nobody does the bulk of the work, which is done when somebody does', async () => {
  const on = scenario(temporal);
  const operate = operating(temporal, worker.db);
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  await on.startPlan(on.planBegin(code, ['TT-01']));
  const remark = { type: 'comment', text: 'Nhắc', expectedVersion: 0 } as const;
  const id = await operate.begin(lan, [{ stage: 1, subject, task: remark }]);
  await on.does(subject, lan, { type: 'submit' });
  await on.does(subject, control, { type: 'approve' });
  expect(await operate.report(id)).toMatchObject({ state: 'running', progress: { done: 0 } });

  const stop = await serve(temporal, worker.databaseUrl, { roles: ['bulk'] });
  expect(await operate.result(id)).toMatchObject({ state: 'done', progress: { done: 1 } });
  await stop();
});

it('says that it lives and whether it serves', async () => {
  const HEALTH_PORT = await randomFreePort();
  let serves = false;
  const config = { HEALTH_PORT, HEALTH_HOST: '127.0.0.1' };
  const probes = (await answerProbes(config, { serving: () => serves })) as Server;
  const status = async (path: string) => (await fetch(`http://127.0.0.1:${HEALTH_PORT}${path}`)).status;
  expect([await status('/healthz'), await status('/readyz'), await status('/')]).toEqual([200, 503, 404]);
  serves = true;
  expect(
    await waitUntil(
      () => status('/readyz'),
      (found) => found === 200,
    ),
  ).toBe(200);
  probes.close();
});
