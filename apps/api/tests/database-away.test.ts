import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shut } from './shut.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

test('people who are signed in go on deciding while the database is away', async () => {
  const about = { programme: world.programme, leadAgency: world.home };
  const document = await world.call('lan', 'POST', '/documents', {
    ...about,
    type: 'circular',
    title: 'Thông tư',
  });
  const measures = [{ procedureCode: '1.001', measure: 'amend', documents: [document.body.code] }];
  const plan = await world.call('lan', 'POST', '/plans', {
    ...about,
    year: 2026,
    name: 'Phương án',
    measures,
  });
  const path = `/plans/${plan.body.code}`;
  // Signed in: the API has looked them up within the last minute.
  const { body: seen } = await world.call('duc', 'GET', path);
  await world.call('stranger', 'GET', '/events');

  const give = (player: 'lan' | 'duc' | 'stranger' | 'minh', command: object) =>
    world.call(player, 'POST', `${path}/commands`, { commandId: randomUUID(), ...command });
  const content = { name: 'Phương án khác', measures };
  const save = { commandId: randomUUID(), type: 'saveContent', expectedVersion: 1, content };

  await shut(world.database.url, true);
  try {
    expect(await world.call('duc', 'GET', path)).toMatchObject({ status: 503 });
    expect(await give('stranger', { type: 'submit', expectedVersion: 1 })).toMatchObject({ status: 404 });
    expect(await give('lan', save)).toMatchObject({
      status: 503,
      body: { error: { code: 'UNAVAILABLE', details: { reason: 'content' } } },
    });
    const nobodyKnows = await give('minh', { type: 'comment', text: 'x', expectedVersion: 1 });
    expect(nobodyKnows.body).toMatchObject({ error: { code: 'UNAVAILABLE', details: { reason: 'person' } } });
    expect(nobodyKnows.headers.get('retry-after')).toBe('5');

    const submitted = await give('lan', { type: 'submit', expectedVersion: 1 });
    expect(submitted).toMatchObject({ status: 200, body: { version: 2, projected: false } });
    const approved = await give('duc', {
      type: 'approve',
      expectedVersion: 2,
      contentHash: seen.contentHash,
    });
    expect(approved).toMatchObject({ status: 200, body: { version: 3, projected: false } });
    expect((await fetch(`${world.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
  } finally {
    await shut(world.database.url, false);
  }
  const versionNow = async () => (await world.call('lan', 'GET', path)).body.version;
  await expect.poll(versionNow, { timeout: 20_000 }).toBe(3);
  expect((await fetch(`${world.url}/readyz`)).status).toBe(200);
  // The same command, sent again as the answer said one may, is judged as it stands now.
  expect(await give('lan', save)).toMatchObject({ status: 409, body: { error: { code: 'STALE_VERSION' } } });
});
