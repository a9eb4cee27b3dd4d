import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, give, read, startDocument, startPlan } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

async function submittedPlans(count: number): Promise<string[]> {
  const document = await startDocument(world);
  const codes: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const plan = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
    codes.push(plan.body.code);
    await give(world, 'lan', `/plans/${plan.body.code}`, { type: 'submit' });
  }
  return codes;
}

const chosen = (codes: readonly string[]) => codes.map((code) => ({ kind: 'plan', code }));

async function preview(player: Player, action: object, codes: readonly string[]) {
  const { status, body } = await world.call(player, 'POST', '/operations?dryRun=true', {
    action,
    items: chosen(codes),
  });
  expect(status).toBe(200);
  return body as {
    allowed: number;
    items: (Record<string, unknown> & { subject: string; allowed: boolean })[];
  };
}

/** Starts the action on what the preview allows, as it was seen. */
async function start(
  player: Player,
  action: object,
  seen: Awaited<ReturnType<typeof preview>>,
  commandId = randomUUID(),
) {
  const items = seen.items
    .filter(({ allowed }) => allowed)
    .map(({ kind, subject, expectedVersion, contentHash }) => ({
      kind,
      code: subject,
      expectedVersion,
      contentHash,
    }));
  return world.call(player, 'POST', '/operations', { commandId, action, items });
}

async function through(player: Player, id: string) {
  await expect
    .poll(async () => (await world.call(player, 'GET', `/operations/${id}`)).body.state, { timeout: 30_000 })
    .toBe('done');
  return {
    ...(await world.call(player, 'GET', `/operations/${id}`)).body,
    items: (await world.call(player, 'GET', `/operations/${id}/items`)).body.items,
  };
}

test('approves what was seen, and refuses with its reason what changed since', async () => {
  const codes = await submittedPlans(4);
  const [changed = ''] = codes;
  const seen = await preview('duc', { type: 'approve' }, codes);
  expect(seen.items.map(({ allowed, step }) => [allowed, step])).toEqual(
    codes.map(() => [true, 'quality-check']),
  );
  // Looking changes nothing.
  expect((await read(world, 'duc', `/plans/${changed}`)).version).toBe(2);
  await give(world, 'duc', `/plans/${changed}`, { type: 'claim' });

  const commandId = randomUUID();
  const action = { type: 'approve', note: 'Đủ căn cứ' };
  const first = await start('duc', action, seen, commandId);
  const again = await start('duc', action, seen, commandId);
  expect([first.body, again.body]).toEqual([{ id: commandId }, { id: commandId }]);
  const other = await start('duc', { type: 'return', reason: 'khác' }, seen, commandId);
  expect(other.body.error).toMatchObject({ code: 'COMMAND_ID_REUSED' });

  const ended = await through('duc', commandId);
  expect(ended.progress).toEqual({ waiting: 0, done: 3, refused: 1, failed: 0 });
  expect(ended.items).toMatchObject(
    codes.map((code) => ({
      subject: `plan/${code}`,
      outcome: code === changed ? 'refused' : 'done',
      code: code === changed ? 'STALE_VERSION' : null,
    })),
  );
  for (const code of codes) {
    const plan = await read(world, 'duc', `/plans/${code}`);
    expect(plan.steps.find((step: { key: string }) => step.key === 'quality-check').status).toBe(
      code === changed ? 'in-time' : 'done-on-time',
    );
  }
  const events = await world.database.db
    .selectFrom('event')
    .select(['type', 'actor_id'])
    .where('subject', '=', `operation/${commandId}`)
    .orderBy('seq')
    .execute();
  expect(events).toEqual([
    { type: 'operationStarted', actor_id: 'duc' },
    { type: 'operationFixed', actor_id: 'duc' },
    { type: 'operationFinished', actor_id: 'system' },
  ]);
  expect((await world.call('lan', 'GET', `/operations/${commandId}`)).status).toBe(404);
});

test('says of each before it begins why it may not, and judges again when its turn comes', async () => {
  const codes = await submittedPlans(2);
  expect((await preview('minh', { type: 'approve' }, codes)).items).toMatchObject(
    codes.map(() => ({ allowed: false, code: 'NOT_YOUR_STEP' })),
  );
  expect((await preview('stranger', { type: 'approve' }, codes)).items).toMatchObject(
    codes.map((code) => ({ allowed: false, code: 'NOT_FOUND', title: code })),
  );
  const seen = await preview('duc', { type: 'return', reason: 'Thiếu căn cứ' }, codes);
  // Whoever loses the function between looking and doing is refused.
  const held = await world.database.db
    .selectFrom('assignment')
    .selectAll()
    .where('person_id', '=', 'duc')
    .where('function', '=', 'procedure-control')
    .executeTakeFirstOrThrow();
  await world.database.db.deleteFrom('assignment').where('id', '=', held.id).execute();
  const { body } = await start('duc', { type: 'return', reason: 'Thiếu căn cứ' }, seen);
  const ended = await through('duc', body.id);
  await world.database.db.insertInto('assignment').values(held).execute();
  // Who was looked up in between is remembered without the function for a minute.
  world.app.people.forgetAll();
  expect(ended.progress).toEqual({ waiting: 0, done: 0, refused: 2, failed: 0 });
  expect(ended.items.map((item: { code: string }) => item.code)).toEqual(['NOT_YOUR_STEP', 'NOT_YOUR_STEP']);
});

test('gives steps to a colleague who may take them, of documents too', async () => {
  const [code = ''] = await submittedPlans(1);
  const document = codeOf(await startDocument(world));
  const action = { type: 'reassign', to: 'hoa', reason: 'Nghỉ phép' };
  const items = [
    { kind: 'plan', code },
    { kind: 'document', code: document },
  ];
  const { body } = await world.call('duc', 'POST', '/operations?dryRun=true', { action, items });
  expect(body.items).toMatchObject([{ allowed: true }, { allowed: false, code: 'STEP_NOT_OPEN' }]);
  const started = await start('duc', action, body);
  expect((await through('duc', started.body.id)).progress.done).toBe(1);
  const plan = await read(world, 'duc', `/plans/${code}`);
  expect(plan.steps.find((step: { key: string }) => step.key === 'quality-check').holder.id).toBe('hoa');
});

test('names the field of what is wrong', async () => {
  const wrong = async (body: object, query = '') =>
    (await world.call('duc', 'POST', `/operations${query}`, body)).body.error;
  expect(await wrong({ action: { type: 'approve' }, items: [] }, '?dryRun=true')).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'items',
  });
  expect(await wrong({ action: { type: 'return' }, items: chosen(['x']) }, '?dryRun=true')).toMatchObject({
    field: 'action.reason',
  });
  expect(
    await wrong({ commandId: randomUUID(), action: { type: 'approve' }, items: chosen(['x']) }),
  ).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'items.0.expectedVersion',
  });
});
