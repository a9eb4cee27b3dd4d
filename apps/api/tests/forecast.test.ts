import { randomUUID } from 'node:crypto';
import { addDays } from '@tinhgon/rules/days';
import { forecastFacts } from '@tinhgon/database/queries/forecast/forecast-facts';
import type { ForecastFacts } from '@tinhgon/rules/forecast/facts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvePlan, codeOf, promulgate, read, startDocument, startPlan, today } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
let document: string;
let plan: string;
beforeAll(async () => {
  world = await openWorld();
  await world.call('office', 'POST', `/programmes/${world.programme}/baseline-proposals`, {
    id: randomUUID(),
    date: '2021-01-01',
    reason: 'Danh mục ban đầu',
    decision: { number: '1085/QĐ-TTg', signedOn: '2021-09-15' },
    members: { all: world.procedures },
  });
  document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  plan = `/plans/${body.code}`;
  await startPlan(world, 'stranger', [{ procedureCode: world.procedures[1] }]);
});
afterAll(() => world?.stop());

const ask = (player: Player, part = '') =>
  read(world, player, `/programmes/${world.programme}/forecast${part}`);

describe('a forecast', () => {
  test('tells when open work counts, names it to whom may see it, and says what nothing is under way for', async () => {
    const whole = await ask('lan');
    expect(whole).toMatchObject({
      asAt: today(),
      seed: 1,
      runs: 2_000,
      counted: 0,
      baseline: world.procedures.length,
      inWork: 2,
      withoutWork: world.procedures.length - 2,
      targets: [{ percent: 90, reached: 'not-by-this-work' }, {}, { percent: 100, dates: null }],
    });
    expect(whole.allWork[85] > today()).toBe(true);
    expect(whole.bases).toEqual([{ basis: 'clock', work: 2 }]);
    const own = await ask('lan', '/work');
    expect(own).toMatchObject({
      total: 1,
      hidden: 1,
      items: [{ subject: 'document', code: codeOf(document), step: 'review', procedures: 1 }],
    });
    expect(await ask('auditor', '/work')).toMatchObject({ total: 2, hidden: 0 });
    const { critical } = whole;
    for (const { subject, code, title } of critical) {
      expect([code === null, title === null]).toEqual(subject === 'plan' ? [true, true] : [false, false]);
    }
    const first = await ask('auditor', '/work?limit=1');
    const second = await ask('auditor', `/work?limit=1&cursor=${first.nextCursor}`);
    expect(new Set([first, second].map((page) => page.items[0].code)).size).toBe(2);
    expect(second.nextCursor).toBeNull();
  });

  test('is the same for the same seed and moment, whatever is recorded since', async () => {
    const before = await ask('lan');
    const { asAt, knownAt } = before;
    // Not by way of the API, which keeps its answers for a while.
    const facts = () => forecastFacts(world.database.db, world.programme, { asAt, knownAt });
    const known = await facts();
    await approvePlan(world, plan);
    await promulgate(world, document);
    expect(byCode(await facts())).toEqual(byCode(known));
    expect(await ask('lan', `?asAt=${before.asAt}&knownAt=${before.knownAt}`)).toEqual(before);
    const after = await ask('lan');
    expect(after.knownAt > before.knownAt).toBe(true);
    const [line] = (await ask('lan', `/work?document=${codeOf(document)}`)).items;
    expect(line).toMatchObject({ code: codeOf(document), step: 'draft-announcement' });
  });

  test('answers what would be if', async () => {
    const path = `/programmes/${world.programme}/forecast`;
    const [line] = (await ask('lan', `/work?document=${codeOf(document)}`)).items;
    const earlier = { kind: 'earlier', code: `document/${codeOf(document)}`, days: 3_000 };
    const { status, body } = await world.call('lan', 'POST', path, { whatIfs: [earlier] });
    expect(status).toBe(200);
    expect(line.dates[85] > today()).toBe(true);
    expect(body.fan[0][95]).toBeGreaterThanOrEqual(1);
    const bad = await world.call('lan', 'POST', path, { whatIfs: [{ ...earlier, days: 0 }] });
    expect(bad).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_INPUT', field: 'whatIfs.0.days' } },
    });
  });

  test('of a past day stands where work stood then, and of no programme nothing', async () => {
    const yesterday = await ask('lan', `?asAt=${addDays(today(), -1)}`);
    expect(yesterday).toMatchObject({ inWork: 0, allWork: null, critical: [] });
    const none = await world.call('lan', 'GET', '/programmes/KHONG-CO/forecast');
    expect(none).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } });
  });
});

/** In an order of its own: a forecast is the same whatever the order in which things are told. */
const byCode = ({ documents, plans, uncounted, ...rest }: ForecastFacts) => ({
  ...rest,
  ...Object.fromEntries(
    Object.entries({ documents, plans, uncounted }).map(([key, list]) => [
      key,
      [...list].sort((a, b) => (a.code < b.code ? -1 : 1)),
    ]),
  ),
});
