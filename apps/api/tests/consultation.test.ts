import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvePlan, codeOf, give, read, startDocument, startPlan, today } from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

async function drafting(): Promise<string> {
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  await approvePlan(world, `/plans/${body.code}`);
  await expect
    .poll(async () => (await read(world, 'lan', document)).phase, { timeout: 10_000 })
    .toBe('drafting');
  return document;
}

test('an asked agency reads the draft and answers; each point gets a response; the table says all of it', async () => {
  const document = await drafting();
  const asked = { type: 'askConsultation', agencies: [world.elsewhere], public: true, by: today() };
  // Nobody of another ministry reads a draft they were not asked about.
  await give(world, 'lan', document, {
    type: 'saveContent',
    content: { title: 'Thông tư', summary: 'Bỏ tờ khai' },
  });
  expect((await read(world, 'stranger', document)).content.summary).toBe('');
  expect(await give(world, 'lan', document, { ...asked, agencies: ['KHONG-CO'] })).toMatchObject({
    status: 422,
    body: { error: { code: 'UNKNOWN_AGENCY', field: 'agencies.0' } },
  });
  // A ministry is not asked for its own opinion.
  const oneself = { ...asked, agencies: [world.elsewhere, world.home] };
  expect(await give(world, 'lan', document, oneself)).toMatchObject({
    status: 400,
    body: { error: { code: 'INVALID_INPUT', field: 'agencies.1' } },
  });
  expect(await give(world, 'lan', document, asked)).toMatchObject({ status: 200 });

  expect((await read(world, 'stranger', document)).content.summary).toBe('Bỏ tờ khai');
  const waiting = await read(world, 'stranger', '/consultations');
  expect(waiting.items).toMatchObject([{ id: '1', document: { code: codeOf(document) }, by: today() }]);
  const answer = { type: 'answerConsultation', consultationId: '1', answeredOn: today() };
  expect(await give(world, 'minh', document, { ...answer, points: [] })).toMatchObject({
    status: 403,
    body: { error: { code: 'NOT_CONSULTED' } },
  });
  const points = ['=Giữ lệ phí', 'Rút ngắn thời hạn'];
  expect(await give(world, 'stranger', document, { ...answer, points })).toMatchObject({ status: 200 });
  expect((await read(world, 'stranger', '/consultations')).items).toEqual([]);
  await give(world, 'lan', document, {
    type: 'respondToPoint',
    pointId: '1.1',
    response: 'explained',
    text: 'Luật Phí quy định',
  });

  const table = await read(world, 'stranger', `${document}/consultation`);
  expect(table).toMatchObject({
    counts: { asked: 2, answered: 1, unanswered: 1, points: 2, responded: 1 },
    consultations: [
      {
        agency: { code: world.elsewhere },
        recordedBy: { id: 'stranger' },
        points: [
          { text: '=Giữ lệ phí', response: 'explained', responseText: 'Luật Phí quy định' },
          { response: null },
        ],
      },
      { agency: null, answeredOn: null },
    ],
  });
  const csv = await world.call('lan', 'GET', `${document}/consultation.csv?lang=en`);
  expect(csv.status).toBe(200);
  expect(csv.headers.get('content-type')).toContain('text/csv');
  const lines = String(csv.body).trim().split('\r\n');
  expect(lines).toHaveLength(4);
  // What a spreadsheet would take for a formula is text.
  expect(lines[1]).toContain("'=Giữ lệ phí");
  expect(lines[3]).toContain('The public');
  expect(lines[3]).toContain('not answered');
});

test('who may not read the draft sees counts alone, and is given no table', async () => {
  const document = await drafting();
  await give(world, 'lan', document, { type: 'askConsultation', public: true, by: today() });
  const seen = await read(world, 'stranger', `${document}/consultation`);
  expect(seen).toMatchObject({ counts: { asked: 1 }, consultations: [], ask: { allowed: false } });
  expect((await world.call('stranger', 'GET', `${document}/consultation.csv`)).status).toBe(403);
  expect((await world.call('lan', 'GET', '/documents/KHONG-CO/consultation')).status).toBe(404);
});
