import { randomUUID } from 'node:crypto';
import { chainSteps, DEFAULT_CHAINS } from '@tinhgon/rules/chain-version';
import { addWorkingDays } from '@tinhgon/rules/calendar';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { rebuild } from '@tinhgon/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { give, today, trpc } from './acting.ts';
import { answerOf, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

/** A plan of the world's ministry that waits for its quality check. */
async function submittedPlan(): Promise<string> {
  const { programme, home, procedures } = world;
  const document = await world.call('lan', 'POST', '/documents', {
    programme,
    leadAgency: home,
    type: 'circular',
    title: 'Thông tư',
  });
  const plan = await world.call('lan', 'POST', '/plans', {
    programme,
    leadAgency: home,
    year: 2026,
    name: 'Phương án',
    measures: [{ procedureCode: procedures[0], measure: 'amend', documents: [document.body.code] }],
  });
  const { code } = plan.body;
  await give(world, 'lan', `/plans/${code}`, { type: 'submit' });
  return code;
}
const openStep = async (code: string) => {
  const { body } = await world.call('duc', 'GET', `/plans/${code}`);
  return body.steps.find(
    (step: { openedAt: string | null; finishedAt: string | null }) => step.openedAt && !step.finishedAt,
  );
};

test('a calendar somebody enters is what new clocks go by, and the preview says which old ones would move', async () => {
  const before = await submittedPlan();
  const due = addWorkingDays(VIETNAM_CALENDAR, today(), 5);
  expect(await openStep(before)).toMatchObject({ key: 'quality-check', dueOn: due });

  const [current] = (await world.call('admin', 'GET', '/calendars')).body;
  const days = [
    ...current.days.filter(({ day }: { day: string }) => day !== due),
    { day: due, kind: 'holiday', name: 'Nghỉ bù' },
  ];
  const preview = await world.call('admin', 'POST', '/calendars/preview', { days });
  expect(preview.body.changes).toEqual([{ day: due, before: null, after: 'holiday' }]);
  expect(preview.body.clocks.items).toContainEqual(
    expect.objectContaining({ code: before, steps: [expect.objectContaining({ dueBefore: due })] }),
  );

  const input = { basedOn: 0, days, reason: 'Nghỉ bù theo thông báo' };
  expect((await world.call('admin', 'POST', '/calendars', input)).status).toBe(201);
  // The same again is the same version; another one based on what is no longer the newest is refused.
  expect((await world.call('admin', 'POST', '/calendars', input)).body).toEqual({ version: 1 });
  const stale = { ...input, days: current.days };
  expect((await world.call('admin', 'POST', '/calendars', stale)).body.error.code).toBe('STALE_VERSION');
  expect((await openStep(await submittedPlan())).dueOn > due).toBe(true);
});

test('a calendar comes as a file: its years are as the file has them, the others stay', async () => {
  const file = 'Ngày;Loại ngày;Tên ngày\r\n01/01/2028;Nghỉ lễ;Tết Dương lịch\r\n08/01/2028;Làm bù;\r\n';
  const headers = { authorization: `Bearer ${await world.token('office')}`, 'content-type': 'text/csv' };
  const send = async (body: string) =>
    answerOf(await fetch(`${world.url}/api/v1/imports?kind=calendar`, { method: 'POST', headers, body }));
  const [{ days: old }] = (await world.call('admin', 'GET', '/calendars')).body;
  expect((await send(file)).body).toMatchObject({ added: 2, changed: 0, problems: [] });
  expect((await send(file)).body).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  const [{ days }] = (await world.call('admin', 'GET', '/calendars')).body;
  expect(days).toHaveLength(old.length + 2);
  const wrong = await send('Ngày;Loại ngày\r\n03/01/2028;Làm bù\r\n');
  expect(wrong.body.problems).toMatchObject([{ row: 2, code: 'INVALID_INPUT' }]);
});

test('a broken chain is refused with the step at fault; a whole one is what new plans begin under', async () => {
  const own = DEFAULT_CHAINS.find(({ id }) => id === 'plan-minister');
  if (!own) throw new Error('the product comes with it');
  const steps = chainSteps(own);
  const input = { id: own.id, basedOn: 1, from: '2026-01-01', reason: 'Rút gọn một bước' };
  const running = await submittedPlan();

  const circle = steps.map((step) => (step.key === 'plan-approval' ? { ...step, next: 'review' } : step));
  const refused = await world.call('admin', 'POST', '/chains', { ...input, steps: circle });
  expect([refused.status, refused.body.error]).toMatchObject([
    422,
    { code: 'CHAIN_BROKEN', field: 'steps.2.next', details: { reason: 'noEnd', step: 'plan-approval' } },
  ]);
  const unknown = steps.map((step) => ({ ...step, function: 'nobody' }));
  expect((await world.call('admin', 'POST', '/chains', { ...input, steps: unknown })).status).toBe(400);

  const shorter = steps
    .filter(({ key }) => key !== 'quality-check')
    .map((step) => (step.key === 'review' ? { ...step, next: 'plan-approval' } : step));
  const saved = await world.call('admin', 'POST', '/chains', { ...input, steps: shorter });
  expect([saved.status, saved.body]).toEqual([201, { id: own.id, version: 2 }]);
  // The same again is the same version; another one based on what is no longer the newest is refused.
  const again = await world.call('admin', 'POST', '/chains', { ...input, steps: shorter });
  expect([again.status, again.body]).toEqual([201, saved.body]);
  const stale = await world.call('admin', 'POST', '/chains', { ...input, steps });
  expect(stale.body.error.code).toBe('STALE_VERSION');
  // What runs keeps the chain it began under; the preview says what moving it would mean.
  expect((await openStep(running)).key).toBe('quality-check');
  expect((await openStep(await submittedPlan())).key).toBe('plan-approval');
  const preview = await world.call('admin', 'GET', '/chains/plan-minister/preview?version=2');
  expect(preview.body.items).toContainEqual(
    expect.objectContaining({ code: running, lacks: 'quality-check' }),
  );
});

test('a check of one’s own comes between two steps, under its name in both languages', async () => {
  const own = DEFAULT_CHAINS.find(({ id }) => id === 'plan-minister');
  if (!own) throw new Error('the product comes with it');
  const key = 'own-plan-minister-lay-y-kien-ban-chi-dao';
  const name = { vi: 'Lấy ý kiến Ban Chỉ đạo', en: 'Opinion of the Steering Committee' };
  const check = {
    key,
    name,
    function: 'procedure-control',
    scope: 'lead-agency',
    clock: { kind: 'working-days', days: 3 },
    next: 'plan-approval',
  };
  const [review, quality, approval] = chainSteps(own);
  const steps = [review, { ...quality, next: key }, check, approval];
  const versions = (await world.call('admin', 'GET', '/chains')).body;
  const basedOn = versions.find(({ id }: { id: string }) => id === own.id).version;
  const input = { id: own.id, basedOn, from: '2026-01-01', reason: 'Thêm một bước' };

  const save = (changed: object[]) => world.call('admin', 'POST', '/chains', { ...input, steps: changed });
  const last = await save(
    [review, quality, { ...approval, next: key }, { ...check, next: null }].filter(Boolean) as object[],
  );
  expect(last.body.error).toMatchObject({
    code: 'CHAIN_BROKEN',
    field: 'steps.3.key',
    details: { reason: 'order' },
  });
  expect(last.body.error.message).toContain('Lấy ý kiến Ban Chỉ đạo');
  const nameless = await save(
    steps.map((step) => (step === check ? { ...check, name: { vi: 'x', en: '' } } : step)) as object[],
  );
  expect([nameless.status, nameless.body.error.field]).toEqual([400, 'steps.2.name.en']);
  expect((await save(steps as object[])).status).toBe(201);
  expect((await world.call('lan', 'GET', '/own-steps')).body).toEqual([{ key, name }]);

  const code = await submittedPlan();
  await give(world, 'duc', `/plans/${code}`, { type: 'approve' });
  expect(await openStep(code)).toMatchObject({
    key,
    number: 2,
    kind: 'check',
    function: 'procedure-control',
  });
  const inbox = (await trpc(world, 'duc', 'inbox.list', { step: key }, 'GET')).data;
  expect(inbox.items).toMatchObject([{ id: `plan/${code}/${key}`, step: key, stepKind: 'check' }]);
  // Another step is not open; the answer names the one that is.
  const wrong = await give(world, 'lan', `/plans/${code}`, { type: 'submit' });
  expect(wrong.body.error).toMatchObject({
    code: 'STEP_NOT_OPEN',
    details: { step: key, stepVi: name.vi, stepEn: name.en },
  });
  const approved = await give(world, 'duc', `/plans/${code}`, {
    type: 'approve',
    step: key,
  });
  expect(approved.status).toBe(200);
  expect((await openStep(code)).key).toBe('plan-approval');
});

test('a national function belongs to one agency and then to another', async () => {
  const seat = { function: 'appraisal', agency: world.home, from: '2025-03-01' };
  expect(
    (await world.call('admin', 'POST', '/function-seats', { ...seat, agency: 'X' })).body.error,
  ).toMatchObject({
    code: 'UNKNOWN_AGENCY',
    field: 'agency',
  });
  await world.call('admin', 'POST', '/function-seats', seat);
  expect((await world.call('lan', 'GET', '/function-seats')).body).toMatchObject([
    { function: 'appraisal', agency: { code: world.home }, from: '2025-03-01', to: null },
  ]);
});

test('what is open is put under the newest calendar by an operation that is begun once', async () => {
  const input = { commandId: randomUUID(), what: { of: 'calendar' } };
  const started = await world.call('admin', 'POST', '/replan', input);
  expect([started.status, started.body]).toEqual([201, { id: input.commandId }]);
  expect((await world.call('admin', 'POST', '/replan', input)).body).toEqual(started.body);
  expect((await world.call('office', 'POST', '/replan', input)).body.error.code).toBe('COMMAND_ID_REUSED');
  const { body } = await world.call('admin', 'GET', `/operations/${input.commandId}`);
  expect(body).toMatchObject({ kind: 'replan' });
  expect(body.progress.waiting + body.progress.done).toBeGreaterThan(0);
});

test('a wage is kept in versions with its sources, of which the lower middle one is taken', async () => {
  const sources = [
    { source: 'Tổng cục Thống kê', dongPerHour: 50_000 },
    { source: 'Bộ Nội vụ', dongPerHour: 42_000 },
    { source: 'Khảo sát của Bộ', dongPerHour: 61_000 },
    { source: 'Khảo sát của Sở', dongPerHour: 48_000 },
  ];
  const input = {
    code: 'LUONG-BQ',
    basedOn: 0,
    nameVi: 'Thu nhập bình quân',
    sources,
    from: '2026-01-01',
    reason: 'Lần đầu',
  };
  const save = (changed: object) => world.call('office', 'POST', '/wages', { ...input, ...changed });
  const first = await save({});
  expect([first.status, first.body]).toEqual([
    201,
    { code: 'LUONG-BQ', version: 1, taken: { source: 'Khảo sát của Sở', dongPerHour: 48_000 } },
  ]);
  // The same again is the same version; another one based on what is no longer the newest is refused.
  expect((await save({})).body).toEqual(first.body);
  expect((await save({ nameVi: 'Khác' })).body.error).toMatchObject({
    code: 'STALE_VERSION',
    field: 'basedOn',
    details: { version: 1 },
  });
  expect((await save({ basedOn: 1, to: '2025-12-31' })).body.error).toMatchObject({
    code: 'DATE_ORDER',
    field: 'to',
  });
  const halves = await save({ basedOn: 1, sources: [{ source: 'Nguồn', dongPerHour: 1.5 }] });
  expect([halves.status, halves.body.error.field]).toEqual([400, 'sources.0.dongPerHour']);

  const next = await save({
    basedOn: 1,
    from: '2099-01-01',
    sources: sources.slice(0, 3),
    reason: 'Năm sau',
  });
  expect(next.body).toMatchObject({ version: 2, taken: { dongPerHour: 50_000 } });
  const { body } = await world.call('lan', 'GET', '/wages');
  expect(body).toMatchObject([
    { version: 2, inUse: false, from: '2099-01-01', recorded: { reason: 'Năm sau' } },
    { version: 1, inUse: true, taken: { dongPerHour: 48_000 }, name: { vi: 'Thu nhập bình quân', en: null } },
  ]);
  expect(body[0].recorded.by).toBeTruthy();
  await rebuild(world.database.db);
  expect((await world.call('lan', 'GET', '/wages')).body).toEqual(body);
});
