import { keepDueReminders } from '@tinhgon/database/reminders/keep-due-reminders';
import { addWorkingDays } from '@tinhgon/rules/calendar';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { addDays, dayOf, startOfDay } from '@tinhgon/rules/day';
import type { RemindersReport } from '@tinhgon/workflows/reminders/reminders';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { scheduleId } from '@tinhgon/workflows/schedules';
import { keepSchedule } from '../src/keep-schedule.ts';
import { enterMinistry, planInReview, submitPlan } from './due-plans.ts';
import { lan } from './people.ts';
import { scenario } from './scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal);
  await enterMinistry(worker.db);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});
beforeEach(async () => {
  await worker.db.deleteFrom('step_run').execute();
});

const lookOn = (day: string) =>
  keepDueReminders(worker.db, at(day), { calendar: VIETNAM_CALENDAR, withMail: false });
/** Eight in the morning in Ha Noi. */
const at = (day: string) => new Date(Date.parse(startOfDay(day)) + 8 * 3_600_000).toISOString();

async function told(code: string): Promise<string[]> {
  const rows = await worker.db
    .selectFrom('notification')
    .select(['person_id', 'kind'])
    .where('subject', '=', `plan/${code}`)
    .orderBy('created_at')
    .orderBy('person_id')
    .execute();
  return rows.map(({ person_id: person, kind }) => `${person} ${kind}`);
}

it('reminds before the day, on it, after it, and then the leader, each once', async () => {
  const code = await planInReview(worker.db, { openedAt: at('2026-03-02'), dueOn: '2026-03-10' });
  for (const day of ['2026-03-05', '2026-03-06', '2026-03-08', '2026-03-10', '2026-03-11', '2026-03-13']) {
    await lookOn(day);
    await lookOn(day);
  }
  expect(await told(code)).toEqual([
    'an before-due',
    'lan before-due',
    'an last-day',
    'lan last-day',
    'an overdue',
    'lan overdue',
    'hoa escalated',
  ]);
});

it('says after an outage only what holds now, and nothing of what was done meanwhile', async () => {
  const code = await planInReview(worker.db, { openedAt: at('2026-03-02'), dueOn: '2026-03-10' });
  const done = await planInReview(worker.db, { openedAt: at('2026-03-02'), dueOn: '2026-03-10' });
  await submitPlan(worker.db, done, at('2026-03-09'));
  await lookOn('2026-03-12');
  expect(await told(code)).toEqual(['an overdue', 'lan overdue']);
  expect((await told(done)).filter((line) => line.startsWith('lan'))).toEqual([]);
});

it('keeps each once however many look at the same time', async () => {
  const code = await planInReview(worker.db, { openedAt: at('2026-03-02'), dueOn: '2026-03-10' });
  await Promise.all(Array.from({ length: 6 }, () => lookOn('2026-03-20')));
  expect(await told(code)).toEqual(['an overdue', 'hoa escalated', 'lan overdue']);
});

it('keeps two thousand at one look', async () => {
  const openedAt = at('2026-03-02');
  const first = await planInReview(worker.db, { openedAt, dueOn: '2026-03-10' });
  const [row] = await worker.db.selectFrom('step_run').selectAll().where('code', '=', first).execute();
  if (!row) throw new Error('no step');
  const rows = Array.from({ length: 1_000 }, (_, n) => ({
    ...row,
    subject: `plan/many-${n}`,
    code: `many-${n}`,
  }));
  await worker.db.insertInto('step_run').values(rows).execute();
  expect(await lookOn('2026-03-11')).toEqual({ steps: 1_001, fresh: 2_002 });
  expect(await lookOn('2026-03-11')).toEqual({ steps: 1_001, fresh: 0 });
});

it('holds over continue-as-new of the plan and over runs of its own', async () => {
  const on = scenario(temporal, { historyLimit: 20 });
  const code = uniqueCode('PA');
  const today = dayOf(new Date().toISOString());
  // Late by enough working days, wherever holidays lie.
  let dueOn = addDays(today, -1);
  while (addWorkingDays(VIETNAM_CALENDAR, dueOn, 4) > today) dueOn = addDays(dueOn, -1);
  await on.startPlan(on.planBegin(code, ['TT-01'], dueOn));
  const run = (n: number): Promise<RemindersReport> =>
    temporal.client.workflow.execute('reminders', {
      workflowId: `reminders-test-${code}-${n}`,
      taskQueue: temporal.taskQueue,
      args: [{ locale: 'vi' }],
    });
  expect(await run(1)).toEqual({ steps: 1, fresh: 3, mails: null });
  const once = ['an overdue', 'hoa escalated', 'lan overdue'];
  expect(await told(code)).toEqual(once);
  const handle = temporal.client.workflow.getHandle(`plan/${code}`);
  const { runId } = await handle.describe();
  for (let n = 0; n < 6; n += 1) await on.does(`plan/${code}`, lan, { type: 'comment', text: `Ý kiến ${n}` });
  await waitUntil(
    () => handle.describe(),
    (seen) => seen.runId !== runId,
  );
  expect(await run(2)).toEqual({ steps: 1, fresh: 0, mails: null });
  await on.does(`plan/${code}`, lan, { type: 'claim' });
  await run(3);
  expect(await told(code)).toEqual(once);
});

it('runs on a schedule that is made once, and says in the Temporal UI what it did', async () => {
  const { client, taskQueue } = temporal;
  await keepSchedule(client, 'reminders', 'vi', taskQueue);
  await keepSchedule(client, 'reminders', 'vi', taskQueue);
  const handle = client.schedule.getHandle(scheduleId('reminders', taskQueue));
  try {
    const { spec } = await handle.describe();
    expect(spec).toMatchObject({ intervals: [{ every: 120_000 }], jitter: 30_000 });
    await handle.trigger();
    const { info } = await waitUntil(
      () => handle.describe(),
      (seen) => seen.info.recentActions.length > 0,
    );
    const action = info.recentActions[0]?.action;
    if (!action) throw new Error('nothing was started');
    const started = client.workflow.getHandle(action.workflow.workflowId);
    expect(await started.result()).toMatchObject({ mails: null });
    expect(await (await started.describe()).staticSummary()).toBe('Nhắc hạn và thư điện tử');
    const said = (await started.query('__temporal_workflow_metadata')) as { currentDetails: string };
    expect(said.currentDetails).toContain('Không gửi thư: chưa khai báo máy chủ thư.');
  } finally {
    await handle.delete();
  }
});
