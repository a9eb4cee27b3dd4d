import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut, give, read, startDocument, startPlan, today, trpc } from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const away = (personId: string, substituteId: string, more: object = {}) => ({
  personId,
  substituteId,
  form: 'KT',
  from: today(),
  to: today(),
  reason: 'Đi công tác',
  ...more,
});

async function submittedPlan(): Promise<string> {
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  const plan = `/plans/${body.code}`;
  await carryOut(world, plan, [['lan', { type: 'submit' }]]);
  return plan;
}

test('a deputy signs for the minister, it is recorded so, and the right ends with the delegation', async () => {
  const plan = await submittedPlan();
  await carryOut(world, plan, [['duc', { type: 'approve' }]]);
  expect(await give(world, 'phap', plan, { type: 'approve' })).toMatchObject({
    status: 403,
    body: { error: { code: 'NOT_YOUR_STEP' } },
  });
  const key = { 'idempotency-key': randomUUID() };
  const given = await world.call('minh', 'POST', '/delegations', away('minh', 'phap'), key);
  expect(given).toMatchObject({ status: 201, body: { id: key['idempotency-key'] } });
  // Sent again it is the same.
  expect(await world.call('minh', 'POST', '/delegations', away('minh', 'phap'), key)).toMatchObject({
    status: 201,
    body: given.body,
  });

  const inbox = await trpc(world, 'phap', 'inbox.list', {}, 'GET');
  const item = inbox.data.items.find(({ code }: { code: string }) => plan.endsWith(code));
  const minh = { id: 'minh', name: 'Người minh', form: 'KT', delegationId: given.body.id };
  expect(item).toMatchObject({ step: 'plan-approval', onBehalfOf: minh, standingInUntil: today() });

  const approve = { type: 'approve', commandId: randomUUID() };
  const approved = await give(world, 'phap', plan, approve);
  expect(approved).toMatchObject({ status: 200, body: { projected: true } });
  const view = await read(world, 'office', plan);
  const by = { id: 'phap', name: 'Người phap', onBehalfOf: minh };
  expect(view.steps[2].by).toEqual(by);
  expect(view.history.find(({ type }: { type: string }) => type === 'approved').actor).toEqual(by);
  const feed = await read(world, 'office', '/events?limit=500');
  expect(feed.items.findLast(({ type }: { type: string }) => type === 'approved').actor).toEqual(by);

  const other = await submittedPlan();
  await carryOut(world, other, [['duc', { type: 'approve' }]]);
  const revoked = await world.call('minh', 'POST', `/delegations/${given.body.id}/revoke`);
  expect(revoked).toMatchObject({ status: 200 });
  expect(await give(world, 'phap', other, { type: 'approve' })).toMatchObject({
    status: 403,
    body: { error: { code: 'NOT_YOUR_STEP' } },
  });
  expect((await world.call('minh', 'POST', `/delegations/${given.body.id}/revoke`)).body.error.code).toBe(
    'DELEGATION_ENDED',
  );
});

test('no delegation leads round four eyes', async () => {
  const plan = await submittedPlan();
  const given = await world.call('office', 'POST', '/delegations', away('duc', 'lan'));
  expect(given.status).toBe(201);
  expect(await give(world, 'lan', plan, { type: 'approve' })).toMatchObject({
    status: 403,
    body: { error: { code: 'FOUR_EYES' } },
  });
  await world.call('office', 'POST', `/delegations/${given.body.id}/revoke`);

  // Hoa drafts and controls: nobody controls in her name what she drafted.
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'hoa', [{ procedureCode: world.procedures[1] }], document);
  const hers = `/plans/${body.code}`;
  await carryOut(world, hers, [['hoa', { type: 'submit' }]]);
  const forHoa = await world.call('hoa', 'POST', '/delegations', away('hoa', 'phap'));
  expect(forHoa.status).toBe(201);
  const refused = await give(world, 'phap', hers, { type: 'approve' });
  expect(refused).toMatchObject({ status: 403, body: { error: { code: 'FOUR_EYES' } } });
  expect(refused.body.error.message).toContain('Người hoa');
  expect(await give(world, 'office', hers, { type: 'reassign', to: 'phap' })).toMatchObject({
    status: 403,
    body: { error: { code: 'FOUR_EYES', field: 'to' } },
  });
  // A plan she has nothing to do with is another matter.
  expect(await give(world, 'phap', plan, { type: 'approve' })).toMatchObject({ status: 200 });
});

test('bad requests are refused with their field', async () => {
  const ask = async (body: object, player: 'minh' | 'office' | 'lan' = 'office') => {
    const { status, body: answer } = await world.call(player, 'POST', '/delegations', body);
    return [status, answer.error?.code, answer.error?.field];
  };
  expect(await ask(away('minh', 'stranger'))).toEqual([422, 'INVALID_SUBSTITUTE', 'substituteId']);
  expect(await ask(away('minh', 'office'))).toEqual([403, 'FOUR_EYES', 'substituteId']);
  expect(await ask(away('minh', 'duc', { from: '2020-01-01' }))).toEqual([422, 'DATE_ORDER', 'from']);
  expect(await ask(away('minh', 'duc', { to: 'mai' }))).toEqual([400, 'INVALID_DATE', 'to']);
  expect(await ask(away('minh', 'duc', { reason: ' ' }))).toEqual([422, 'REASON_REQUIRED', 'reason']);
  expect(await ask(away('minh', 'duc', { form: 'TUQ' }))).toEqual([400, 'INVALID_INPUT', 'form']);
  expect(await ask(away('minh', 'duc'), 'lan')).toEqual([403, 'FORBIDDEN', 'personId']);
  expect(await world.call('lan', 'GET', '/delegations?person=minh')).toMatchObject({ status: 403 });
  expect(await read(world, 'office', '/delegations?person=minh')).toMatchObject({ person: { id: 'minh' } });
});
