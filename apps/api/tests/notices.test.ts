import { keepDueReminders } from '@tinhgon/database/reminders/keep-due-reminders';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { addDays } from '@tinhgon/rules/day';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvePlan, carryOut, codeOf, give, read, startDocument, startPlan, today } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const look = () =>
  keepDueReminders(world.database.db, new Date().toISOString(), {
    calendar: VIETNAM_CALENDAR,
    withMail: false,
  });
const told = async (player: Player, code: string) =>
  (await read(world, player, '/notifications')).items.filter((one: { code: string }) => one.code === code);

test('a campaign reaches those who may answer and have not, and its day is moved for all to see', async () => {
  const first = addDays(today(), 20);
  const opened = await world.call('office', 'POST', '/campaigns', {
    title: 'Rà soát điểm nghẽn',
    question: 'Còn vướng mắc gì?',
    asks: 'ministries',
    answerBy: first,
  });
  const code = opened.body.code;
  const path = `/campaigns/${code}`;
  await look();
  await look();
  expect(await told('lan', code)).toMatchObject([
    {
      kind: 'campaign-opened',
      subject: 'campaign',
      title: 'Rà soát điểm nghẽn',
      leadAgency: null,
      step: null,
      dueOn: first,
      current: true,
    },
  ]);
  expect((await told('stranger', code)).length).toBe(1);
  for (const player of ['office', 'admin'] as const) expect((await told(player, code)).length).toBe(1);
  expect(await told('auditor', code)).toEqual([]);

  await carryOut(world, path, [['stranger', { type: 'declareNone' }]]);
  expect(await told('stranger', code)).toMatchObject([{ current: false }]);
  const move = { type: 'moveDay', answerBy: addDays(today(), 40), reason: 'Các bộ xin thêm thời gian' };
  expect((await give(world, 'lan', path, move)).body.error.code).toBe('FORBIDDEN');
  expect((await give(world, 'office', path, { ...move, reason: '' })).body.error.field).toBe('reason');
  const past = await give(world, 'office', path, { ...move, answerBy: addDays(today(), -1) });
  expect(past.body.error).toMatchObject({ code: 'DATE_ORDER', field: 'answerBy' });
  await carryOut(world, path, [
    ['office', move],
    ['office', { type: 'remind', text: 'Đề nghị trả lời sớm' }],
  ]);
  expect(await read(world, 'lan', path)).toMatchObject({
    answerBy: move.answerBy,
    firstAnswerBy: first,
    moved: { reason: move.reason },
  });
  await look();
  expect((await told('stranger', code)).length).toBe(1);
  const seen = await told('lan', code);
  expect(seen.map(({ kind, text, dueOn }: Record<string, unknown>) => [kind, text, dueOn]).sort()).toEqual([
    ['campaign-moved', move.reason, move.answerBy],
    ['campaign-opened', null, move.answerBy],
    ['campaign-reminded', 'Đề nghị trả lời sớm', move.answerBy],
  ]);
});

test('an approval of a plan that fell is told to whoever gave it: which procedure, and why', async () => {
  const [first = '', second = ''] = world.procedures;
  const started = await startPlan(
    world,
    'lan',
    [{ procedureCode: first }, { procedureCode: second }],
    await startDocument(world),
  );
  const plan = `/plans/${started.body.code}`;
  const { name, measures } = await read(world, 'lan', plan);
  const changed = measures.map((one: { procedureCode: string; measure: string; documents: string[] }) => ({
    procedureCode: one.procedureCode,
    measure: one.measure,
    documents: one.documents,
    ...(one.procedureCode === second && { proposed: { timeLimit: { days: 3, unit: 'working' } } }),
  }));
  await carryOut(world, plan, [
    ['lan', { type: 'submit' }],
    ['duc', { type: 'approve' }],
    ['minh', { type: 'return', reason: 'Xem lại thời hạn' }],
    ['lan', { type: 'saveContent', content: { name, measures: changed } }],
    ['lan', { type: 'submit' }],
  ]);
  await look();
  await look();
  const code = codeOf(plan);
  const fell = (await told('duc', code)).filter(({ kind }: { kind: string }) => kind === 'approval-voided');
  expect(fell).toMatchObject([
    {
      step: 'quality-check',
      dueOn: null,
      current: true,
      voided: {
        by: { id: 'duc' },
        procedures: [{ code: second, name: { vi: `Thủ tục ${second}` }, fields: ['timeLimit'] }],
      },
    },
  ]);
  for (const player of ['lan', 'minh', 'stranger', 'office'] as const) {
    const kinds = (await told(player, code)).map(({ kind }: { kind: string }) => kind);
    expect(kinds).not.toContain('approval-voided');
  }
});

test('an approval of a document that fell is told to whoever gave it', async () => {
  const document = await startDocument(world);
  const started = await startPlan(world, 'lan', [{ procedureCode: world.procedures[2] }], document);
  await approvePlan(world, `/plans/${started.body.code}`);
  await expect
    .poll(async () => (await read(world, 'lan', document)).phase, { timeout: 10_000 })
    .toBe('drafting');
  await carryOut(world, document, [
    ['lan', { type: 'submit' }],
    ['phap', { type: 'approve' }],
    ['lan', { type: 'saveContent', content: { title: 'Thông tư khác hẳn' } }],
    ['lan', { type: 'submit' }],
  ]);
  await look();
  await look();
  const fell = await told('phap', codeOf(document));
  expect(fell.filter(({ kind }: { kind: string }) => kind === 'approval-voided')).toMatchObject([
    { subject: 'document', step: 'appraisal', voided: { fields: ['title'], by: { id: 'phap' } } },
  ]);
});
