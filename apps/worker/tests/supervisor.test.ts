import { addDays, dayOf } from '@tinhgon/rules/day';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scheduleId } from '@tinhgon/workflows/schedules';
import { keepSchedule } from '../src/keep-schedule.ts';
import { control, lan, legal, standingIn } from './people.ts';
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

it('shows who has a plan, since when and when it is due, in the language of the deployment', async () => {
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  await on.startPlan(on.planBegin(code, ['TT-01']));
  await on.does(subject, lan, { type: 'submit' });
  await on.does(subject, control, { type: 'claim' });
  const handle = temporal.client.workflow.getHandle(subject);
  const description = await handle.describe();
  expect(await description.staticSummary()).toBe(`Phương án ${code}: Đơn giản hóa hộ tịch`);
  expect(await description.staticDetails()).toContain(`http://tinhgon.test/plans/${code}`);
  const metadata = (await handle.query('__temporal_workflow_metadata')) as { currentDetails: string };
  expect(metadata.currentDetails).toContain('**Kiểm soát chất lượng**: Nguyễn minh giữ từ');
  expect(metadata.currentDetails).toContain('trong hạn');
  expect(metadata.currentDetails).toContain('trình: Rà soát, tính chi phí tuân thủ · Nguyễn lan');
  expect(metadata.currentDetails).toContain(`[Mở trong Tinh Gọn](http://tinhgon.test/plans/${code})`);
});

it('shows who decided in whose name', async () => {
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  await on.startPlan(on.planBegin(code, ['TT-01']));
  await on.does(subject, lan, { type: 'submit' });
  const deputy = standingIn(control, legal);
  await on.does(subject, deputy, { type: 'claim' });
  const handle = temporal.client.workflow.getHandle(subject);
  const details = async () =>
    ((await handle.query('__temporal_workflow_metadata')) as { currentDetails: string }).currentDetails;
  expect(await details()).toContain('**Kiểm soát chất lượng**: Nguyễn phap, KT. Nguyễn minh giữ từ');
  await on.does(subject, deputy, { type: 'approve' });
  expect(await details()).toContain('phê duyệt: Kiểm soát chất lượng · Nguyễn phap, KT. Nguyễn minh');
});

it('can be filtered by what a supervisor asks for', async () => {
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  const today = dayOf(new Date().toISOString());
  await on.startPlan(on.planBegin(code, ['TT-01'], addDays(today, -1)));
  await on.does(subject, lan, { type: 'claim' });
  const query = [
    `WorkflowId = '${subject}'`,
    `TgMinistry = 'BTP'`,
    `TgProgramme = '896'`,
    `TgPhase = 'drafting'`,
    `TgStep = 'review'`,
    `TgWaitingOn = 'drafter/BTP'`,
    `TgOwner = 'lan'`,
    `TgOverdue = true`,
    `TgProcedures = 2`,
    `TgDue < '${today}T00:00:00Z'`,
  ].join(' AND ');
  const { count } = await waitUntil(
    () => temporal.client.workflow.count(query),
    (seen) => seen.count > 0,
  );
  expect(count).toBe(1);
});

it('compares workflows and rows on a schedule that is made once', async () => {
  const { client, taskQueue } = temporal;
  await keepSchedule(client, 'reconcile-nightly', 'vi', taskQueue);
  await keepSchedule(client, 'reconcile-nightly', 'vi', taskQueue);
  const handle = client.schedule.getHandle(scheduleId('reconcile-nightly', taskQueue));
  try {
    const { spec } = await handle.describe();
    expect(spec).toMatchObject({ timezone: 'Asia/Ho_Chi_Minh', calendars: [{ hour: [{ start: 2 }] }] });
    await handle.trigger();
    const { info } = await waitUntil(
      () => handle.describe(),
      (seen) => seen.info.recentActions.length > 0,
    );
    const action = info.recentActions[0]?.action;
    if (!action) throw new Error('nothing was started');
    const { workflowId } = action.workflow;
    expect(await client.workflow.getHandle(workflowId).result()).toMatchObject({ differences: [] });
  } finally {
    await handle.delete();
  }
});

it('removes old notifications on a schedule that is made once, and says how many', async () => {
  const { client, taskQueue } = temporal;
  await keepSchedule(client, 'prune-nightly', 'vi', taskQueue);
  await keepSchedule(client, 'prune-nightly', 'vi', taskQueue);
  const handle = client.schedule.getHandle(scheduleId('prune-nightly', taskQueue));
  try {
    const { spec } = await handle.describe();
    expect(spec).toMatchObject({ timezone: 'Asia/Ho_Chi_Minh', calendars: [{ hour: [{ start: 3 }] }] });
    await handle.trigger();
    const { info } = await waitUntil(
      () => handle.describe(),
      (seen) => seen.info.recentActions.length > 0,
    );
    const action = info.recentActions[0]?.action;
    if (!action) throw new Error('nothing was started');
    const started = client.workflow.getHandle(action.workflow.workflowId);
    expect(await started.result()).toEqual({ notifications: 0, mails: 0 });
    const said = (await started.query('__temporal_workflow_metadata')) as { currentDetails: string };
    expect(said.currentDetails).toBe('Đã xóa 0 lời nhắc, 0 thư');
  } finally {
    await handle.delete();
  }
});

it('does not end for a request to cancel', async () => {
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  await on.startPlan(on.planBegin(code, ['TT-01']));
  await temporal.client.workflow.getHandle(subject).cancel();
  expect(await on.does(subject, lan, { type: 'claim' })).toMatchObject({ version: 2, projected: true });
});
