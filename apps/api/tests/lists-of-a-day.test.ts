import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { addDays } from '@tinhgon/rules/days';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  approvePlan,
  codeOf,
  give,
  promulgate,
  read,
  startDocument,
  startPlan,
  today,
  upload,
} from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let document: string;
let plan: string;
beforeAll(async () => {
  world = await openWorld();
  document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  plan = `/plans/${body.code}`;
});
afterAll(() => world?.stop());

/** A list of this world's home, as `lan` has it. */
const list = (what: 'plans' | 'documents' | 'bottlenecks', query: Record<string, string> = {}) =>
  read(world, 'lan', `/${what}?${new URLSearchParams(query).toString()}`);

describe('a list as at a day and as known at a moment', () => {
  test('says where plans and documents stood then', async () => {
    const { knownAt } = await read(world, 'lan', `/programmes/${world.programme}/stages`);
    await approvePlan(world, plan);
    await promulgate(world, document);
    const now = { asAt: today() };
    const then = { asAt: today(), knownAt };

    expect((await list('plans', then)).items).toMatchObject([
      { code: codeOf(plan), phase: 'drafting', step: { key: 'review' } },
    ]);
    expect((await list('plans', now)).items).toMatchObject([
      { code: codeOf(plan), phase: 'carrying-out', step: { key: 'draft-announcement' } },
    ]);
    expect(await list('plans', { ...then, phase: 'drafting', ministry: world.home })).toMatchObject({
      total: 1,
    });
    expect(await list('plans', { ...now, phase: 'drafting' })).toMatchObject({ total: 0, items: [] });

    expect((await list('documents', then)).items).toMatchObject([
      {
        code: codeOf(document),
        phase: 'waiting',
        openSteps: [],
        number: null,
        signedOn: null,
        inForceOn: null,
      },
    ]);
    const signed = { number: '12/2026/TT', signedOn: today(), openSteps: [{ key: 'draft-announcement' }] };
    expect((await list('documents', now)).items).toMatchObject([{ phase: 'carrying-out', ...signed }]);
    expect(await list('documents', { ...then, phase: 'open' })).toMatchObject({ total: 0 });
    expect(await list('documents', { ...now, phase: 'open' })).toMatchObject({ total: 1 });

    // Asked again with the same two days it is the same; the day before there was nothing.
    expect(await list('documents', now)).toEqual(await list('documents', {}));
    for (const what of ['plans', 'documents'] as const) {
      expect(await list(what, { asAt: addDays(today(), -1) })).toMatchObject({ total: 0, items: [] });
    }
  });

  test('of what an import brings in as begun earlier knows nothing before it', async () => {
    const { knownAt } = await read(world, 'lan', `/programmes/${world.programme}/stages`);
    const brought = {
      code: uniqueCode('TT'),
      type: 'circular',
      title: 'Thông tư đang soạn',
      programme: world.programme,
      leadAgency: world.home,
      step: 'draft',
      stepSince: addDays(today(), -10),
    };
    expect(await upload(world, 'documents', [brought])).toMatchObject({ status: 200 });
    const day = { asAt: addDays(today(), -5) };
    const line = { code: brought.code, phase: 'drafting', openSteps: [{ key: 'draft' }] };
    expect((await list('documents', day)).items).toMatchObject([line]);
    expect(await list('documents', { ...day, knownAt })).toMatchObject({ total: 0 });
    const stages = `/programmes/${world.programme}/stages?asAt=${day.asAt}`;
    expect((await read(world, 'lan', stages)).cells).toMatchObject([{ step: 'draft', open: 1 }]);
    expect((await read(world, 'lan', `${stages}&knownAt=${knownAt}`)).cells).toEqual([]);
  });

  test('says which bottlenecks were open then', async () => {
    const raised = await world.call('lan', 'POST', '/bottlenecks', {
      on: { kind: 'document', code: codeOf(document) },
      what: 'Chưa có hướng dẫn',
      cause: 'guidance',
      responsible: world.home,
      answerBy: addDays(today(), 10),
    });
    expect(raised.status, JSON.stringify(raised.body)).toBe(201);
    expect(await list('bottlenecks', { asAt: today(), status: 'open' })).toMatchObject({ total: 1 });
    expect(await list('bottlenecks', { asAt: addDays(today(), -1) })).toMatchObject({ total: 0 });

    // A file of that moment knows nothing of the answer that came after it.
    const { knownAt } = await read(world, 'lan', `/programmes/${world.programme}/stages`);
    const answer = { type: 'answer', text: 'Đã hướng dẫn' };
    expect((await give(world, 'hoa', `/bottlenecks/${raised.body.code}`, answer)).status).toBe(200);
    const file = async (then: object) => {
      const query = new URLSearchParams({ format: 'csv', asAt: today(), ...then });
      return String((await world.call('lan', 'GET', `/bottlenecks/export?${query.toString()}`)).body);
    };
    expect(await file({})).toContain(answer.text);
    expect(await file({ knownAt })).toContain('Chưa có hướng dẫn');
    expect(await file({ knownAt })).not.toContain(answer.text);
  });
});
