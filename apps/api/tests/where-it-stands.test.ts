import { addDays } from '@tinhgon/rules/days';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  approvePlan,
  carryOut,
  codeOf,
  promulgate,
  read,
  startDocument,
  startPlan,
  today,
} from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
let document: string;
let plan: string;
const due = addDays(today(), -10);
beforeAll(async () => {
  world = await openWorld();
  document = await startDocument(world, { plannedSigningOn: due });
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  plan = `/plans/${body.code}`;
  await startPlan(world, 'stranger', [{ procedureCode: world.procedures[1] }]);
});
afterAll(() => world?.stop());

const ask = (player: Player, part: string) => read(world, player, `/programmes/${world.programme}/${part}`);

describe('where a programme stands', () => {
  test('counts every open step for everyone, and names the plans a reader may see', async () => {
    const stages = await ask('lan', 'stages');
    expect(stages.steps).toEqual([{ subject: 'plan', step: 'review' }]);
    expect(stages.cells.toSorted(byAgency)).toMatchObject(
      [world.home, world.elsewhere].toSorted().map((agency) => ({
        agency,
        open: 1,
        overdue: 0,
        procedures: 1,
        medianDays: 0,
        oldestDays: 0,
      })),
    );
    const own = await ask('lan', 'holding');
    expect(own).toMatchObject({ total: 1, hidden: 1, items: [{ code: codeOf(plan), step: 'review' }] });
    expect(await ask('auditor', 'holding')).toMatchObject({ total: 2, hidden: 0 });
    const other = await ask('lan', `holding?ministry=${world.elsewhere}`);
    expect(other).toMatchObject({ total: 0, hidden: 1, items: [] });
    const pages = [await ask('auditor', 'holding?limit=1')];
    pages.push(await ask('auditor', `holding?limit=1&cursor=${pages[0].nextCursor}`));
    const codes = pages.flatMap((page) => page.items.map((item: { code: string }) => item.code));
    expect(new Set(codes).size).toBe(2);
    expect(pages[1].nextCursor).toBeNull();
  });

  test('shows the work of single people to their agency and to those who watch over all', async () => {
    const unitOf = async (player: Player, agency: string) =>
      (await ask(player, 'responsibility')).units.find(
        (unit: { function: string; agency: { code: string } }) =>
          unit.function === 'drafter' && unit.agency.code === agency,
      );
    expect(await unitOf('lan', world.elsewhere)).toMatchObject({ open: 1, people: null });
    expect(await unitOf('stranger', world.home)).toMatchObject({ open: 1, people: null });
    expect(await unitOf('lan', world.home)).toMatchObject({ open: 1, people: [{ open: 1 }] });
    expect(await unitOf('auditor', world.home)).toMatchObject({ people: [{ open: 1 }] });
  });

  test('owes a document from the day after its planned signing until it is signed', async () => {
    expect((await ask('lan', 'debt')).documents).toEqual([]);
    await approvePlan(world, plan);
    const owed = async (query = '') => (await ask('stranger', `debt${query}`)).documents;
    await expect
      .poll(() => owed(), { timeout: 10_000 })
      .toMatchObject([
        { code: codeOf(document), dueOn: due, firstDueOn: due, step: 'draft', procedures: 1, reason: null },
      ]);
    expect(await owed('?type=decree')).toEqual([]);
    expect(await owed(`?ministry=${world.elsewhere}`)).toEqual([]);
    expect(await owed(`?asAt=${addDays(today(), -1)}`)).toEqual([]);
    await carryOut(world, document, [
      ['lan', { type: 'explainDelay', date: 'plannedSigning', reason: 'Chờ ý kiến' }],
    ]);
    expect(await owed()).toMatchObject([{ reason: 'Chờ ý kiến' }]);
    await promulgate(world, document);
    expect(await owed()).toEqual([]);
    const done = (await ask('auditor', 'responsibility')).units.find(
      (unit: { function: string }) => unit.function === 'minister',
    );
    // The plan's approval in time; the signing ten days after its day.
    expect(done).toMatchObject({ done: 2, late: 1 });
  });

  test('says which agency is how far, and gives few procedures little weight', async () => {
    const { agencies, steadying, ...whole } = await ask('lan', 'ranking');
    expect(steadying).toBe(30);
    expect(agencies.reduce((sum: number, one: { baseline: number }) => sum + one.baseline, 0)).toBe(
      whole.baseline,
    );
  });

  test('is not there for a programme that is not', async () => {
    for (const part of ['parts', 'ranking', 'stages', 'holding', 'responsibility', 'debt']) {
      const { status, body } = await world.call('lan', 'GET', `/programmes/KHONG-CO/${part}`);
      expect([status, body.error.code], part).toEqual([404, 'NOT_FOUND']);
    }
    const bad = await world.call('lan', 'GET', `/programmes/${world.programme}/holding?cursor=x`);
    expect(bad).toMatchObject({ status: 400, body: { error: { field: 'cursor' } } });
  });
});

const byAgency = (a: { agency: string }, b: { agency: string }) => (a.agency < b.agency ? -1 : 1);
