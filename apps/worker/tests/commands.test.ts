import { randomUUID } from 'node:crypto';
import { planContentHash, type PlanState } from '@tinhgon/rules/plan/state';
import { type TestTemporal, testEnvironment, uniqueCode } from '@tinhgon/test-kit/temporal';
import { commandFingerprint } from '@tinhgon/workflows/subject/fingerprint';
import { beginUpdate } from '@tinhgon/workflows/subject/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { control, drafter2, lan, minister } from './people.ts';
import { refusalOf } from './refusal.ts';
import { type Scenario, scenario } from './scenario.ts';
import { startWorker, type TestWorker } from './start-worker.ts';

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

async function newPlan(): Promise<{ code: string; subject: string }> {
  const code = uniqueCode('PA');
  await on.startPlan(on.planBegin(code, ['TT-01']));
  return { code, subject: `plan/${code}` };
}
const state = async (subject: string): Promise<PlanState> => (await on.report<PlanState>(subject)).state;
const comment = (version: number) => ({
  type: 'comment',
  commandId: randomUUID(),
  expectedVersion: version,
  actor: lan,
  text: 'Cần thêm căn cứ',
});

describe('the start of a plan', () => {
  it('answers the same when it is sent again, and refuses the code to anybody else', async () => {
    const code = uniqueCode('PA');
    const begun = on.planBegin(code, ['TT-01']);
    const first = await on.startPlan(begun);
    expect(await on.startPlan(begun)).toEqual(first);
    expect(await refusalOf(on.startPlan({ ...begun, commandId: randomUUID() }))).toMatchObject({
      code: 'CODE_TAKEN',
    });
    const changed = { ...begun, year: 2025 };
    const other = temporal.client.workflow.getHandle(`plan/${code}`).executeUpdate(beginUpdate, {
      updateId: randomUUID(),
      args: [{ commandId: begun.commandId, fingerprint: commandFingerprint(changed) }],
    });
    expect(await refusalOf(other)).toMatchObject({ code: 'COMMAND_ID_REUSED' });
  });
});

describe('every command of a plan in review', () => {
  it.each([
    ['claim', {}, 'stepClaimed'],
    ['comment', { text: 'Góp ý' }, 'commented'],
    ['linkDocument', { documentCode: 'TT-02', own: true }, 'documentLinked'],
    ['unlinkDocument', { documentCode: 'TT-01', own: true }, 'documentUnlinked'],
    ['reassign', { to: drafter2.id, assignee: drafter2 }, 'stepReassigned'],
    ['submit', {}, 'submitted'],
    ['withdraw', { reason: 'Không còn phù hợp' }, 'withdrawn'],
  ])(
    '%s is carried out and written once',
    async (type, { own, ...words }: Record<string, unknown>, event) => {
      const { code, subject } = await newPlan();
      const procedures = own ? { procedureCodes: [`1.${code}`] } : {};
      expect(await on.does(subject, lan, { type, ...words, ...procedures })).toMatchObject({
        version: type === 'comment' ? 1 : 2,
        projected: true,
      });
      const events = await worker.db
        .selectFrom('event')
        .select('type')
        .where('subject', '=', subject)
        .execute();
      expect(events.map((row) => row.type)).toContain(event);
    },
  );

  it('saveContent and release', async () => {
    const { code, subject } = await newPlan();
    const { facts } = on.planBegin(code, ['TT-09']);
    await on.does(subject, lan, { type: 'saveContent', facts });
    await on.does(subject, lan, { type: 'claim' });
    await on.does(subject, lan, { type: 'release' });
    expect(await state(subject)).toMatchObject({ version: 4, step: { holder: null } });
  });

  it('return and refuse at the check', async () => {
    const { subject } = await newPlan();
    await on.does(subject, lan, { type: 'submit' });
    await on.does(subject, control, { type: 'return', reason: 'Thiếu tác động' });
    await on.does(subject, lan, { type: 'submit' });
    await on.does(subject, control, { type: 'approve' });
    await on.does(subject, minister, { type: 'refuse', reason: 'Chưa cần thiết' });
    expect(await temporal.client.workflow.getHandle(subject).result()).toMatchObject({ phase: 'refused' });
  });
});

describe('a command that cannot be carried out', () => {
  it('is answered with its code and leaves no trace', async () => {
    const { subject } = await newPlan();
    const before = await state(subject);
    const stale = { ...comment(0), type: 'submit' };
    expect(await refusalOf(on.send(subject, stale))).toEqual({
      code: 'STALE_VERSION',
      details: { version: 1 },
    });
    expect(await refusalOf(on.does(subject, control, { type: 'approve' }))).toMatchObject({
      code: 'STEP_NOT_OPEN',
    });
    expect(await refusalOf(on.does(subject, control, { type: 'submit' }))).toMatchObject({
      code: 'NOT_YOUR_STEP',
    });
    const mislabelled = temporal.client.workflow
      .getHandle(subject)
      .executeUpdate('approve', { args: [comment(1)] });
    expect(await refusalOf(mislabelled)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await state(subject)).toEqual(before);
  });

  it('is refused to whoever drafted the plan', async () => {
    const { subject } = await newPlan();
    await on.does(subject, lan, { type: 'submit' });
    const both = { ...lan, assignments: [...lan.assignments, ...control.assignments] };
    const current = await state(subject);
    const contentHash = planContentHash(current);
    expect(await refusalOf(on.does(subject, both, { type: 'approve', contentHash }))).toEqual({
      code: 'FOUR_EYES',
    });
  });
});

describe('the same command sent twice', () => {
  it('is carried out once and answered alike', async () => {
    const { subject } = await newPlan();
    const command = comment(1);
    const first = await on.send(subject, command);
    expect(await on.send(subject, command)).toEqual(first);
    expect(await state(subject)).toMatchObject({ version: 1, seq: 2 });
  });

  it('is known again under another update id, and with other words refused', async () => {
    const { subject } = await newPlan();
    const command = comment(1);
    const first = await on.send(subject, command);
    const handle = temporal.client.workflow.getHandle(subject);
    const again = (words: object) => handle.executeUpdate('comment', { args: [{ ...command, ...words }] });
    expect(await again({})).toEqual(first);
    expect(await refusalOf(again({ text: 'Ý khác' }))).toEqual({ code: 'COMMAND_ID_REUSED' });
    expect((await on.send(subject, { ...command, text: 'Ý khác' })).fingerprint).not.toBe(
      commandFingerprint({ ...command, text: 'Ý khác' } as never),
    );
  });

  it('lets one of two approvers win, and tells the other', async () => {
    const { subject } = await newPlan();
    await on.does(subject, lan, { type: 'submit' });
    const second = { ...control, id: 'minh2', name: 'Trần Minh' };
    const answers = await Promise.allSettled([
      on.does(subject, control, { type: 'approve' }),
      on.does(subject, second, { type: 'return', reason: 'Chưa đủ' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find((answer) => answer.status === 'rejected');
    expect(await refusalOf(Promise.reject(lost?.reason))).toMatchObject({ code: 'STALE_VERSION' });
  });
});
