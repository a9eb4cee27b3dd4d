import { randomUUID } from 'node:crypto';
import { signCommand } from '@tinhgon/commands/receipts/sign-command';
import type { Signable } from '@tinhgon/rules/receipt/statement';
import { uniqueCode } from '@tinhgon/test-kit/temporal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginPlan } from '../src/commands/begin-plan.ts';
import { startPlanSchema } from '@tinhgon/rules/content';
import type { RequestContext } from '../src/request-context.ts';
import { give, read, startDocument, upload } from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

test('a plan is not split off under a code that another plan is just being begun with', async () => {
  const document = (await startDocument(world)).split('/')[2] ?? '';
  const [one = '', two = ''] = world.procedures;
  const about = (procedures: readonly string[]) => ({
    programme: world.programme,
    leadAgency: world.home,
    year: 2026,
    name: 'Phương án',
    measures: procedures.map((procedureCode) => ({
      procedureCode,
      measure: 'amend' as const,
      documents: [document],
    })),
  });
  const first = await world.call('lan', 'POST', '/plans', about([one, two]));
  const path = `/plans/${first.body.code}`;

  // The other plan has looked whether its code is free and is on its way to Temporal, through the same door as all.
  const code = uniqueCode('PA');
  const [reached, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const { app } = world;
  const begin: typeof app.commands.begin = async (...start) => {
    reached.resolve();
    await go.promise;
    return app.commands.begin(...start);
  };
  const lan = await app.people.byId('lan');
  if (!lan) throw new Error('lan is of the cast');
  const context = {
    ...app,
    commands: { ...app.commands, begin },
    deployment: { locale: 'vi', publicUrl: world.url },
    taskQueue: app.config.TEMPORAL_TASK_QUEUE,
    sign: (subject: string, command: Signable) =>
      signCommand(app.keyRing, subject, command, { how: 'session', provider: 'https://provider.example' }),
  } as unknown as RequestContext;
  const input = { ...startPlanSchema.parse({ ...about([one]), code }), commandId: randomUUID() };
  const begun = beginPlan(context, lan, input);
  await Promise.race([reached.promise, begun]);

  const split = { type: 'split', procedureCodes: [two], name: 'Phần tách' };
  const refused = await give(world, 'lan', path, { ...split, newCode: code });
  expect([refused.status, refused.body.error]).toMatchObject([409, { code: 'CODE_TAKEN', field: 'newCode' }]);
  go.resolve();
  expect(await begun).toMatchObject({ code, projected: true });

  // Nothing was half done: the plan is whole, what happens to it comes into the record, and it can be split.
  expect((await read(world, 'lan', path)).measures).toHaveLength(2);
  const other = uniqueCode('PA');
  const parted = await give(world, 'lan', path, { ...split, newCode: other });
  expect(parted.body).toMatchObject({ projected: true });
  expect((await read(world, 'lan', `/plans/${other}`)).measures).toHaveLength(1);
  const held = await world.database.db.selectFrom('draft').select('key').execute();
  expect(held).toEqual([]);
});

test('a plan split off and one imported under the same code in one moment: one of them has it, nothing is stuck', async () => {
  const document = (await startDocument(world)).split('/')[2] ?? '';
  const [, , third = '', fourth = '', fifth = ''] = world.procedures;
  const about = { programme: world.programme, leadAgency: world.home, year: 2026, name: 'Phương án' };
  const measure = (procedureCode: string) => ({ procedureCode, measure: 'amend', documents: [document] });
  for (let round = 0; round < 6; round += 1) {
    const measures = [measure(third), measure(fourth)];
    const first = await world.call('lan', 'POST', '/plans', { ...about, measures });
    const path = `/plans/${first.body.code}`;
    const code = uniqueCode('PA');
    const row = { ...about, code, phase: 'withdrawn', measures: [measure(fifth)] };
    const split = { type: 'split', procedureCodes: [fourth], name: 'Phần tách', newCode: code };
    const [parted, imported] = await Promise.all([
      give(world, 'lan', path, split),
      upload(world, 'plans', [row]),
    ]);
    const answers = [parted.status, imported.status];
    expect([
      [200, 422],
      [409, 200],
      [409, 422],
    ]).toContainEqual(answers);
    // What happens to either goes on coming into the record.
    const after = await give(world, 'lan', path, { type: 'comment', text: 'còn đây' });
    expect(after.body).toMatchObject({ projected: true });
    if (parted.status === 200) expect((await read(world, 'lan', `/plans/${code}`)).measures).toHaveLength(1);
  }
});
