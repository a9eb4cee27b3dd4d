import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  announce,
  approvePlan,
  carryOut,
  give,
  promulgate,
  read,
  startDocument,
  startPlan,
} from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const comments = ({ history }: { history: { type: string }[] }) =>
  history.filter(({ type }) => type === 'commented').length;

test('another ministry’s plan that comes and goes ends no document; a closed one carries no plan', async () => {
  const document = await startDocument(world);
  const measures = [{ procedureCode: world.procedures[0] }];
  const own = `/plans/${(await startPlan(world, 'lan', measures, document)).body.code}`;
  const { body } = await startPlan(world, 'stranger', measures, document);
  const theirs = `/plans/${body.code}`;
  const linked = async () => {
    const { measures: seen, hidden } = await read(world, 'office', document);
    return seen.length + hidden;
  };
  await carryOut(world, theirs, [['stranger', { type: 'submit' }]]);
  await expect.poll(linked, { timeout: 10_000 }).toBe(1);
  await carryOut(world, theirs, [['stranger', { type: 'withdraw', reason: 'thử' }]]);
  await expect.poll(linked, { timeout: 10_000 }).toBe(0);
  expect(await read(world, 'lan', document)).toMatchObject({ phase: 'waiting' });

  await carryOut(world, document, [['lan', { type: 'withdraw', reason: 'không cần nữa' }]]);
  const closed = (field: string) => ({ status: 422, body: { error: { code: 'DOCUMENT_CLOSED', field } } });
  expect(await give(world, 'lan', own, { type: 'submit' })).toMatchObject(closed('measures.0.documents.0'));
  expect(await startPlan(world, 'lan', measures, document)).toMatchObject(closed('measures.0.documents.0'));
});

test('after the signing only the announcement is written, and written it is', async () => {
  const document = await startDocument(world, { articles: ['Điều 5'], plannedInForceOn: '2026-12-01' });
  const procedureCodes = world.procedures.slice(2, 3);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: procedureCodes[0] }], document);
  await approvePlan(world, `/plans/${body.code}`);
  await promulgate(world, document);
  const { content: signed } = await read(world, 'lan', document);
  const save = (change: object) =>
    give(world, 'lan', document, { type: 'saveContent', content: { ...signed, ...change } });
  for (const change of [
    { title: 'Tên khác' },
    { articles: ['Điều 99'] },
    { impact: 'khác' },
    { plannedInForceOn: '2027-12-01' },
    { announcement: 'Công bố', summary: 'khác' },
  ]) {
    expect(await save(change), JSON.stringify(change)).toMatchObject({
      status: 409,
      body: { error: { code: 'STEP_NOT_OPEN' } },
    });
  }
  expect((await read(world, 'lan', document)).content).toEqual(signed);
  expect(await save({ announcement: 'Công bố thủ tục' })).toMatchObject({
    status: 200,
    body: { projected: true },
  });
  expect((await read(world, 'lan', document)).content).toEqual({
    ...signed,
    announcement: 'Công bố thủ tục',
  });
  await announce(world, document, procedureCodes);
});

describe('a command sent again', () => {
  test('in the other letter case is the same command', async () => {
    const document = await startDocument(world);
    const command = { type: 'comment', text: 'một lần', commandId: randomUUID(), expectedVersion: 1 };
    const send = (change: object) =>
      world.call('lan', 'POST', `${document}/commands`, { ...command, ...change });
    const first = await send({});
    const again = await send({ commandId: command.commandId.toUpperCase() });
    expect([again.status, again.body.version]).toEqual([200, first.body.version]);
    expect(await send({ commandId: randomUUID() })).toMatchObject({ body: { projected: true } });
    expect(comments(await read(world, 'lan', document))).toBe(2);

    const key = randomUUID();
    const about = { type: 'circular', programme: world.programme, leadAgency: world.home, title: 'Một lần' };
    const codes = [];
    for (const id of [key, key.toUpperCase()]) {
      codes.push((await world.call('lan', 'POST', '/documents', about, { 'idempotency-key': id })).body.code);
    }
    expect(codes[1]).toBe(codes[0]);
  });

  test('after its document ended and was opened again is answered as it was', async () => {
    const document = await startDocument(world);
    const procedureCodes = world.procedures.slice(3, 4);
    const { body } = await startPlan(world, 'lan', [{ procedureCode: procedureCodes[0] }], document);
    const command = { type: 'comment', text: 'xưa', commandId: randomUUID(), expectedVersion: 1 };
    const send = (change: object = {}) =>
      world.call('lan', 'POST', `${document}/commands`, { ...command, ...change });
    const first = await send();
    await approvePlan(world, `/plans/${body.code}`);
    await promulgate(world, document);
    await announce(world, document, procedureCodes);
    const done = await read(world, 'lan', document);
    expect(done.phase).toBe('done');
    expect(await send()).toMatchObject({ status: 200, body: { version: first.body.version } });
    const evidenceId = done.evidence.find(({ kind }: { kind: string }) => kind === 'database-entry').id;
    const asked = { type: 'correctEvidence', evidenceId, number: 'CSDL-2', reason: 'gõ nhầm' };
    // Its workflow ends a moment after the last record.
    await carryOut(world, document, [['duc', asked]]);

    expect(await send()).toMatchObject({ status: 200, body: { version: first.body.version } });
    expect(await send({ text: 'khác' })).toMatchObject({ body: { error: { code: 'COMMAND_ID_REUSED' } } });
    const { corrections } = await read(world, 'minh', document);
    await carryOut(world, document, [
      ['minh', { type: 'confirmCorrection', correctionId: corrections[0].id }],
    ]);
    expect(comments(await read(world, 'lan', document))).toBe(1);
  });
});
