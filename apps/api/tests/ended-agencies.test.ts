import { saveAgency } from '@tinhgon/database';
import { addDays } from '@tinhgon/rules/day';
import { SYSTEM } from '@tinhgon/rules/person';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { give, read, startDocument, startPlan, today } from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const enter = (code: string, to: string | null, successor: string | null) =>
  saveAgency(
    world.database.db,
    {
      code,
      nameVi: `Bộ ${code}`,
      nameEn: null,
      kind: 'ministry',
      parent: null,
      from: '2020-01-01',
      to,
      successor,
    },
    { actor: SYSTEM, now: new Date().toISOString() },
  );

test('whoever saves a draft that names an agency that has ended hears who has its work now', async () => {
  const yesterday = addDays(today(), -1);
  await enter('MOI', null, null);
  await enter('GIUA', yesterday, 'MOI');
  await enter('CU', addDays(today(), -400), 'GIUA');
  await enter('HET', yesterday, null);
  const document = await startDocument(world);
  const measures = [{ procedureCode: world.procedures[0] }];
  const { body } = await startPlan(world, 'lan', measures, document);
  const path = `/plans/${body.code}`;
  const {
    name,
    unit,
    grounds,
    targets,
    reviewOn,
    deadline,
    measures: written,
  } = await read(world, 'lan', path);
  const content = {
    name,
    unit,
    grounds,
    targets,
    reviewOn,
    deadline,
    measures: written.map(({ procedureCode, measure, documents }: (typeof written)[number]) => ({
      procedureCode,
      measure,
      documents,
    })),
  };
  const save = (coAgencies: readonly string[]) =>
    give(world, 'lan', path, { type: 'saveContent', content: { ...content, coAgencies } });

  const refused = await save([world.elsewhere, 'CU']);
  expect(refused.status).toBe(422);
  expect(refused.body.error).toMatchObject({
    code: 'AGENCY_ENDED',
    field: 'content.coAgencies.1',
    details: { code: 'CU', agency: 'Bộ CU', successor: 'MOI', successorName: 'Bộ MOI' },
  });
  expect(refused.body.error.message).toContain('Bộ MOI');
  expect((await save(['HET'])).body.error).toMatchObject({
    code: 'AGENCY_ENDED',
    details: { code: 'HET', reason: 'noSuccessor' },
  });
  expect((await save(['XXX'])).body.error.code).toBe('UNKNOWN_AGENCY');
  expect((await save([world.elsewhere, 'MOI'])).status).toBe(200);
  expect((await read(world, 'lan', path)).coAgencies.map(({ code }: { code: string }) => code)).toEqual([
    world.elsewhere,
    'MOI',
  ]);
});
