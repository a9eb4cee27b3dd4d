import { addDays, dayOf } from '@tinhgon/rules/day';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { control, lan, minister } from './people.ts';
import { refusalOf } from './refusal.ts';
import { scenario } from './scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';

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

it('re-plans the review when its date moves, and tells supervisors what was asked for', async () => {
  const on = scenario(temporal);
  const code = uniqueCode('PA');
  const subject = `plan/${code}`;
  const day = (days: number) => addDays(dayOf(new Date().toISOString()), days);
  await on.startPlan(on.planBegin(code, ['TT-01'], day(90)));
  await on.does(subject, lan, { type: 'submit' });
  await on.does(subject, control, { type: 'return', reason: 'Thiếu căn cứ' });
  await on.does(subject, lan, {
    type: 'requestDateChange',
    date: 'review',
    to: day(120),
    reason: 'Chờ *Luật*',
  });
  const details = async () => {
    const { currentDetails } = (await temporal.client.workflow
      .getHandle(subject)
      .query('__temporal_workflow_metadata')) as {
      currentDetails: string;
    };
    return currentDetails;
  };
  expect(await details()).toContain(String.raw`“Chờ \*Luật\*”`);
  const { state } = await on.report<PlanState>(subject);
  const requestId = state.dates?.requests[0]?.id;
  await on.does(subject, minister, { type: 'approveDateChange', requestId });
  const { state: moved } = await on.report<PlanState>(subject);
  expect(moved.step).toMatchObject({ key: 'review', dueOn: day(120) });
  expect(await details()).toContain('ban đầu');
  const saved = on.does(subject, lan, {
    type: 'saveContent',
    facts: {
      content: moved.content,
      measures: moved.measures,
      header: { ...moved.header, reviewOn: day(200) },
    },
  });
  expect(await refusalOf(saved)).toMatchObject({ code: 'DATE_NEEDS_REQUEST', field: 'content.reviewOn' });
});
