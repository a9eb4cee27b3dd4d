import { wholeMove } from '@tinhgon/rules/agency-move';
import { unanswered } from '@tinhgon/rules/campaign/standing';
import type { CampaignState } from '@tinhgon/rules/campaign/state';
import { addDays, dayOf } from '@tinhgon/rules/day';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bottleneckScenario, oanh, office, supervisor } from './bottleneck-scenario.ts';
import { replaying } from './keep-history.ts';
import { enter, operating } from './operating.ts';
import { lan } from './people.ts';
import { startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: TestTemporal;
let worker: TestWorker;
beforeAll(async () => {
  temporal = await testEnvironment();
  worker = await startWorker(temporal);
  await enter(worker.db, [office]);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

it('replays an inspection that was given another inspector', async () => {
  const on = bottleneckScenario(temporal);
  const code = uniqueCode('KT');
  const kt = `inspection/${code}`;
  await on.inspect(code, dayOf(new Date().toISOString()));
  const other = { ...supervisor, id: 'dung', name: 'Trần dung' };
  const named = { type: 'nameInspector', to: other.id, assignee: other, reason: 'Người mở đã thôi việc' };
  await on.does(kt, office, named);
  await on.does(kt, other, { type: 'close', conclusion: 'Không có phát hiện' });
  await temporal.client.workflow.getHandle(kt).result();
  await expect(replaying(temporal)('inspection-another-inspector', kt)).resolves.toBeUndefined();
});

it('replays a bottleneck, a campaign and an inspection whose agency went to another', async () => {
  const on = bottleneckScenario(temporal);
  const operate = operating(temporal, worker.db);
  const replay = replaying(temporal);
  const [code, asking, inspecting] = [uniqueCode('VM'), uniqueCode('DRS'), uniqueCode('KT')];
  const day = dayOf(new Date().toISOString());
  const deadline = addDays(day, 30);
  const [vm, drs, kt] = [`bottleneck/${code}`, `campaign/${asking}`, `inspection/${inspecting}`];
  await on.ask(asking, deadline);
  await on.raise(code, deadline, asking);
  await on.inspect(inspecting, day);
  const note = { type: 'noteFinding', planCode: null, text: 'Chưa niêm yết', demand: 'Niêm yết', deadline };
  await on.does(kt, supervisor, note);
  await waitUntil(
    () => on.report<CampaignState>(drs),
    ({ state }) => !unanswered(state).includes('BTP'),
  );
  const task = { type: 'moveAgency', move: wholeMove('BYT', 'BNV') } as const;
  const id = await operate.begin(
    office,
    [vm, drs, kt].map((subject) => ({ stage: 1, subject, task })),
  );
  expect(await operate.result(id)).toMatchObject({ progress: { done: 3, refused: 0, failed: 0 } });

  const nga = { ...oanh, id: 'nga', agency: 'BNV' };
  await on.does(vm, nga, { type: 'answer', text: 'Đang kết nối' });
  await on.does(vm, lan, { type: 'accept' });
  await on.does(drs, nga, { type: 'declareNone' });
  expect(unanswered((await on.report<CampaignState>(drs)).state)).toEqual([]);
  await on.does(drs, office, { type: 'close', reason: 'Đã đủ' });
  await on.does(kt, nga, { type: 'answerFinding', finding: 1, text: 'Đã niêm yết' });
  await on.does(kt, supervisor, { type: 'confirmRemedied', finding: 1 });
  await on.does(kt, supervisor, { type: 'close', conclusion: 'Đã khắc phục' });
  for (const [name, subject] of [
    ['bottleneck-moved', vm],
    ['campaign-place-moved', drs],
    ['inspection-moved', kt],
  ] as const) {
    await temporal.client.workflow.getHandle(subject).result();
    await expect(replay(name, subject)).resolves.toBeUndefined();
  }
});
