import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  announce,
  carryOut,
  codeOf,
  give,
  promulgate,
  read,
  startDocument,
  startPlan,
  today,
  trpc,
} from './acting.ts';
import { wrongsOnRecord } from './sound.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

/** A plan of three procedures, submitted, and its document. */
async function submitted(): Promise<{ plan: string; document: string; codes: string[] }> {
  const document = await startDocument(world);
  const codes = world.procedures.slice(0, 3);
  const measures = codes.map((procedureCode) => ({ procedureCode }));
  const started = await startPlan(world, 'lan', measures, document);
  const plan = `/plans/${started.body.code}`;
  await carryOut(world, plan, [['lan', { type: 'submit' }]]);
  return { plan, document, codes };
}

const stand = async (plan: string) =>
  Object.fromEntries(
    (await read(world, 'office', plan)).lanes.map((lane: { step: string; procedureCodes: string[] }) => [
      lane.step,
      lane.procedureCodes,
    ]),
  );
const inbox = async (player: Player, code: string) =>
  (
    (await trpc(world, player, 'inbox.list', {}, 'GET')).data.items as {
      code: string;
      step: string;
      procedures: number;
      outOf: number;
    }[]
  )
    .filter((item) => item.code === code)
    .map(({ step, procedures, outOf }) => `${step} ${procedures}/${outOf}`);

/** The plan's content as a form would send it, with other days proposed for some procedures. */
async function contentWith(plan: string, days: Record<string, number>, change: object = {}) {
  const { measures, name } = await read(world, 'lan', plan);
  return {
    name,
    measures: measures.map(
      (one: { procedureCode: string; measure: string; documents: string[]; proposed: object | null }) => ({
        procedureCode: one.procedureCode,
        measure: one.measure,
        documents: one.documents,
        ...(days[one.procedureCode] === undefined
          ? one.proposed && { proposed: one.proposed }
          : { proposed: { timeLimit: { days: days[one.procedureCode], unit: 'working' } } }),
      }),
    ),
    ...change,
  };
}

test('some procedures come back while the others go on, and all of it counts in the end', async () => {
  const { plan, document, codes } = await submitted();
  const [first, second, third] = codes as [string, string, string];
  const code = codeOf(plan);
  const back = { type: 'return', procedureCodes: [second], reason: 'Thiếu căn cứ' };
  expect(await give(world, 'duc', plan, { ...back, procedureCodes: [second, '9.999'] })).toMatchObject({
    status: 422,
    body: { error: { code: 'UNKNOWN_PROCEDURE', field: 'procedureCodes.1' } },
  });
  expect(await give(world, 'lan', plan, back)).toMatchObject({
    status: 403,
    body: { error: { code: 'NOT_YOUR_STEP' } },
  });
  await carryOut(world, plan, [['duc', back]]);
  expect(await stand(plan)).toEqual({ 'quality-check': [first, third], review: [second] });
  expect(await inbox('lan', code)).toEqual(['review 1/3']);
  expect(await inbox('duc', code)).toEqual(['quality-check 2/3']);

  // Only what came back can be changed, and the field that cannot is named.
  const saves = async (days: Record<string, number>, change?: object) =>
    give(world, 'lan', plan, { type: 'saveContent', content: await contentWith(plan, days, change) });
  expect(await saves({ [first]: 9 })).toMatchObject({
    status: 422,
    body: { error: { code: 'NOT_RETURNED', field: 'content.measures.0' } },
  });
  expect(await saves({}, { grounds: 'khác' })).toMatchObject({
    status: 422,
    body: { error: { code: 'NOT_RETURNED', field: 'content.grounds' } },
  });
  expect(await saves({ [second]: 3 })).toMatchObject({ status: 200 });

  await carryOut(world, plan, [
    ['duc', { type: 'approve' }],
    ['minh', { type: 'approve' }],
  ]);
  // Approved, and perhaps carried out already: its document hears of it in the same moment.
  expect(['approved', 'carrying-out']).toContain((await read(world, 'lan', plan)).phase);
  expect(await stand(plan)).toEqual({ review: [second] });
  // The document begins with what is approved.
  await promulgate(world, document);
  const linked = async () =>
    (await read(world, 'office', document)).measures.map(
      (one: { procedureCode: string }) => one.procedureCode,
    );
  expect(await linked()).toEqual([first, third]);
  await announce(world, document, [first, third]);
  expect((await read(world, 'office', document)).phase).toBe('done');
  expect((await read(world, 'office', plan)).phase).toBe('carrying-out');

  // Nobody refuses the whole when a part is approved.
  await carryOut(world, plan, [['lan', { type: 'submit' }]]);
  expect(await give(world, 'duc', plan, { type: 'refuse', reason: 'x' })).toMatchObject({
    status: 409,
    body: { error: { code: 'PARTLY_APPROVED' } },
  });
  await carryOut(world, plan, [
    ['duc', { type: 'approve', step: 'quality-check' }],
    ['minh', { type: 'approve', step: 'plan-approval' }],
  ]);
  await expect.poll(linked, { timeout: 10_000 }).toEqual([first, second, third]);
  await carryOut(world, document, [['lan', { type: 'submit' }]]);
  const rest = { procedureCodes: [second] };
  await carryOut(world, document, [
    ['minh', { type: 'recordAnnouncement', decisionNumber: '35/QĐ', signedOn: today(), ...rest }],
    ['duc', { type: 'recordDatabaseEntry', reference: 'CSDL-2', enteredOn: today(), ...rest }],
  ]);
  await expect.poll(async () => (await read(world, 'office', plan)).phase, { timeout: 10_000 }).toBe('done');
});

test('a material change asks the check again about that procedure alone, and names whose approval fell', async () => {
  const { plan, codes } = await submitted();
  const [first, second, third] = codes as [string, string, string];
  await carryOut(world, plan, [
    ['duc', { type: 'approve' }],
    ['minh', { type: 'return', reason: 'Xem lại thời hạn' }],
    ['lan', { type: 'saveContent', content: await contentWith(plan, { [second]: 3 }) }],
    ['lan', { type: 'submit' }],
  ]);
  expect(await stand(plan)).toEqual({ 'quality-check': [second], 'plan-approval': [first, third] });
  const { history } = await read(world, 'lan', plan);
  const entry = history.find((one: { type: string }) => one.type === 'submitted');
  expect(entry.facts).toMatchObject({
    opened: ['quality-check', 'plan-approval'],
    voided: [
      {
        step: 'quality-check',
        by: { name: 'Người duc' },
        procedures: [{ code: second, fields: ['timeLimit'] }],
      },
    ],
  });
  await carryOut(world, plan, [['duc', { type: 'approve', step: 'quality-check' }]]);
  expect(await stand(plan)).toEqual({ 'plan-approval': [first, second, third] });

  // A change that is not material asks nobody again.
  const noted = await contentWith(plan, {});
  await carryOut(world, plan, [
    ['minh', { type: 'return', reason: 'Nói rõ hơn' }],
    ['lan', { type: 'saveContent', content: { ...noted, grounds: 'Nghị quyết 66' } }],
    ['lan', { type: 'submit' }],
  ]);
  expect(await stand(plan)).toEqual({ 'plan-approval': [first, second, third] });
});

test('the same return sent twice happens once', async () => {
  const { plan, codes } = await submitted();
  const { version } = await read(world, 'duc', plan);
  const command = {
    commandId: randomUUID(),
    expectedVersion: version,
    type: 'return',
    procedureCodes: codes.slice(0, 1),
    reason: 'Thiếu căn cứ',
  };
  const twice = [1, 2].map(() => world.call('duc', 'POST', `${plan}/commands`, command));
  const [one, other] = await Promise.all(twice);
  expect([one?.status, other?.status]).toEqual([200, 200]);
  expect(one?.body.version).toBe(other?.body.version);
  expect(await stand(plan)).toEqual({ 'quality-check': codes.slice(1), review: codes.slice(0, 1) });
});

test('is all on record with receipts that fit', async () => {
  expect(await wrongsOnRecord(world)).toEqual([]);
});
