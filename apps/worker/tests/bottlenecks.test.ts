import type { BottleneckState } from '@tinhgon/rules/bottleneck/state';
import { standingIn } from '@tinhgon/rules/campaign/standing';
import type { CampaignState } from '@tinhgon/rules/campaign/state';
import { addDays, dayOf, type LegalDate } from '@tinhgon/rules/day';
import type { InspectionState } from '@tinhgon/rules/inspection/state';
import { type SkippingTemporal, timeSkippingEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bottleneckScenario, oanh, office, supervisor } from './bottleneck-scenario.ts';
import { lan } from './people.ts';
import { startWorker, type TestWorker } from './start-worker.ts';
import { waitUntil } from './wait-until.ts';

let temporal: SkippingTemporal;
let worker: TestWorker;
let on: ReturnType<typeof bottleneckScenario>;
beforeAll(async () => {
  temporal = await timeSkippingEnvironment();
  worker = await startWorker(temporal);
  on = bottleneckScenario(temporal);
});
afterAll(async () => {
  await worker.stop();
  await temporal.close();
});

const today = async (): Promise<LegalDate> => dayOf(await temporal.now());
const stateOf = async <S>(subject: string): Promise<S> => (await on.report<S>(subject)).state;

it('sends a bottleneck that nobody answers to the programme office when its day has passed', async () => {
  const code = uniqueCode('VM');
  const subject = `bottleneck/${code}`;
  await on.raise(code, addDays(await today(), 10));
  await temporal.advance(9);
  expect(await stateOf<BottleneckState>(subject)).toMatchObject({ phase: 'raised', timing: 'due-soon' });
  await temporal.advance(2);
  expect(await stateOf<BottleneckState>(subject)).toMatchObject({ phase: 'escalated', timing: 'overdue' });
  const row = await worker.db
    .selectFrom('bottleneck')
    .select(['phase', 'responsible'])
    .where('code', '=', code)
    .executeTakeFirst();
  expect(row).toEqual({ phase: 'escalated', responsible: 'BYT' });

  await on.does(subject, oanh, { type: 'answer', text: 'Kết nối xong tuần này' });
  await on.does(subject, lan, { type: 'accept' });
  expect(await temporal.client.workflow.getHandle(subject).result()).toMatchObject({ phase: 'accepted' });
});

it('closes a campaign at its day, and takes late answers after that', async () => {
  const [campaign, early, late] = [uniqueCode('DRS'), uniqueCode('VM'), uniqueCode('VM')];
  const subject = `campaign/${campaign}`;
  const by = addDays(await today(), 5);
  await on.ask(campaign, by);
  await on.raise(early, addDays(by, 30), campaign);
  const heard = await waitUntil(
    () => stateOf<CampaignState>(subject),
    (state) => standingIn(state, 'BTP').answered,
  );
  expect(standingIn(heard, 'BTP')).toMatchObject({ late: false, bottlenecks: [early] });
  await temporal.advance(6);
  expect(await temporal.client.workflow.getHandle(subject).result()).toMatchObject({ phase: 'closed' });

  // The first one withdrawn and another raised, both after the end: the campaign is begun again to hear of it.
  await on.does(`bottleneck/${early}`, lan, { type: 'withdraw', reason: 'Đã gộp' });
  await on.raise(late, addDays(by, 30), campaign);
  const { state } = await waitUntil(
    async () =>
      worker.db.selectFrom('campaign').select('state').where('code', '=', campaign).executeTakeFirstOrThrow(),
    (row) => standingIn(row.state, 'BTP').bottlenecks.includes(late),
  );
  expect(standingIn(state, 'BTP')).toMatchObject({ late: true, bottlenecks: [late] });
  expect(standingIn(state, 'BYT').answered).toBe(false);
  await on.does(`bottleneck/${late}`, lan, { type: 'withdraw', reason: 'Thôi' });
});

it('closes a campaign whose day was moved at the day it has now', async () => {
  const code = uniqueCode('DRS');
  const subject = `campaign/${code}`;
  const first = addDays(await today(), 3);
  await on.ask(code, first);
  const answerBy = addDays(first, 10);
  await on.does(subject, office, { type: 'moveDay', answerBy, reason: 'Các bộ xin thêm' });
  await temporal.advance(5);
  expect(await stateOf<CampaignState>(subject)).toMatchObject({ phase: 'open', firstAnswerBy: first });
  await on.does(subject, office, { type: 'moveDay', answerBy: addDays(first, 4), reason: 'Cần sớm' });
  await temporal.advance(4);
  const { state } = await worker.db
    .selectFrom('campaign')
    .select('state')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  expect(state).toMatchObject({ phase: 'closed', answerBy: addDays(first, 4), firstAnswerBy: first });
});

it('marks findings overdue and ends with the inspection', async () => {
  const code = uniqueCode('KT');
  const subject = `inspection/${code}`;
  const day = await today();
  await on.inspect(code, day);
  const deadline = addDays(day, 20);
  const note = { type: 'noteFinding', planCode: null, text: 'Chưa niêm yết', demand: 'Niêm yết', deadline };
  await on.does(subject, supervisor, note);
  await temporal.advance(21);
  const { findings } = await stateOf<InspectionState>(subject);
  expect(findings).toMatchObject([{ number: 1, phase: 'open', timing: 'overdue' }]);
  await on.does(subject, oanh, { type: 'answerFinding', finding: 1, text: 'Đã niêm yết' });
  await expect(on.does(subject, supervisor, { type: 'close', conclusion: 'Xong' })).rejects.toMatchObject({
    cause: { type: 'FINDINGS_OPEN' },
  });
  await on.does(subject, supervisor, { type: 'confirmRemedied', finding: 1 });
  await on.does(subject, supervisor, { type: 'close', conclusion: 'Xong' });
  expect(await temporal.client.workflow.getHandle(subject).result()).toMatchObject({ phase: 'closed' });
});
