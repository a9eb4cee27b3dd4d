import { addDays, dayOf } from '@tinhgon/rules/day';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reconcile } from '../src/reconcile.ts';
import { bottleneckScenario, oanh, office } from './bottleneck-scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';

let temporal: TestTemporal;
let worker: TestWorker;
let on: ReturnType<typeof bottleneckScenario>;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal);
  on = bottleneckScenario(temporal);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

const later = (days: number): string => addDays(dayOf(new Date().toISOString()), days);

it('shows supervisors who has to answer, and is compared with its row every night', async () => {
  const code = uniqueCode('VM');
  const subject = `bottleneck/${code}`;
  await on.raise(code, later(200));
  const handle = temporal.client.workflow.getHandle(subject);
  const description = await handle.describe();
  expect(await description.staticSummary()).toBe(`Vướng mắc ${code}: Chưa kết nối cơ sở dữ liệu`);
  const { currentDetails } = (await handle.query('__temporal_workflow_metadata')) as {
    currentDetails: string;
  };
  expect(currentDetails).toContain('Tình trạng: **chờ trả lời**');
  expect(currentDetails).toContain('**Trả lời vướng mắc**: BYT; mở từ');
  expect(currentDetails).toContain('Nguyên nhân: kết nối, chia sẻ dữ liệu');
  expect(currentDetails).toContain(`(http://tinhgon.test/bottlenecks/${code})`);

  const { taskQueue, client } = temporal;
  const ask = uniqueCode('DRS');
  await on.ask(ask, later(30));
  await on.does(`campaign/${ask}`, oanh, { type: 'declareNone' });
  await on.does(`campaign/${ask}`, office, { type: 'remind', text: 'Sắp hết hạn' });
  expect(await reconcile({ db: worker.db, client, taskQueue })).toMatchObject({
    compared: 2,
    differences: [],
  });
  await worker.db.updateTable('campaign').set({ phase: 'closed' }).where('code', '=', ask).execute();
  await worker.db.updateTable('bottleneck').set({ state: '{"seq":1}' }).where('code', '=', code).execute();
  expect((await reconcile({ db: worker.db, client, taskQueue })).differences).toMatchObject([
    { subject, what: 'state' },
  ]);
});
