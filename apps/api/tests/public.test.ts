import { randomUUID } from 'node:crypto';
import { publicView } from '@tinhgon/rules/views/public';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.call('office', 'POST', `/programmes/${world.programme}/baseline-proposals`, {
    id: randomUUID(),
    date: '2021-01-01',
    reason: 'Do ông Nguyễn Văn A đề nghị',
    decision: { number: '1085/QĐ-TTg', signedOn: '2021-09-15' },
    members: { all: world.procedures },
  });
});
afterAll(() => world?.stop());

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${world.url}/api/public${path}`, { headers });
const here = (end = '') => `/programmes/${world.programme}${end}`;

async function publish(publicLicence: string | null): Promise<number> {
  const { nameVi, nameEn, from, to } = {
    nameVi: 'Chương trình thử',
    nameEn: null,
    from: '2020-01-01',
    to: null,
  };
  const response = await fetch(`${world.url}/trpc/catalogue.saveProgramme`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await world.token('office')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ code: world.programme, nameVi, nameEn, from, to, publicLicence }),
  });
  return response.status;
}

test('nothing is public until the programme office says under which licence, and nothing again afterwards', async () => {
  expect(await (await ask('/programmes')).json()).toEqual([]);
  expect((await ask(here())).status).toBe(404);
  expect(await publish('CC BY 4.0')).toBe(200);
  // Answers are kept a while.
  await expect.poll(async () => (await ask(here())).status, { timeout: 20_000 }).toBe(200);
  const listed = await (await ask('/programmes')).json();
  expect(listed).toEqual([
    { code: world.programme, name: { vi: 'Chương trình thử', en: null }, licence: 'CC BY 4.0' },
  ]);

  const response = await ask(here(), { origin: 'https://bao.example' });
  expect(response.headers.get('cache-control')).toBe('public, max-age=60');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('set-cookie')).toBeNull();
  const view = publicView.parse(await response.json());
  const totals = await read(world, 'lan', `/programmes/${world.programme}/totals`);
  expect(view).toMatchObject({
    simplified: totals.simplified,
    sharePercent: totals.sharePercent,
    baseline: { date: '2021-01-01', count: 5 },
    licence: 'CC BY 4.0',
    late: [],
  });
  // What people typed for those signed in stays with them.
  expect(JSON.stringify(view)).not.toContain('Nguyễn Văn A');
  const etag = response.headers.get('etag') ?? '';
  expect((await ask(here(), { 'if-none-match': etag })).status).toBe(304);

  const csv = await (await ask(here('/ministries.csv'))).text();
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  expect(rows.reduce((sum, row) => sum + Number(row['baseline']), 0)).toBe(5);
  expect(rows[0]).toMatchObject({ licence: 'CC BY 4.0', as_at: view.asAt });
  for (const name of ['months', 'late']) expect((await ask(here(`/${name}.csv`))).status, name).toBe(200);

  expect(await publish(null)).toBe(200);
  await expect.poll(async () => (await ask(here())).status, { timeout: 40_000 }).toBe(404);
});

test('nothing else is there for whoever has not signed in', async () => {
  for (const path of ['/plans', '/procedures', '/programmes/x/plans', '/programmes/%00', '/../v1/plans']) {
    expect([400, 401, 404], path).toContain((await ask(path)).status);
  }
  expect((await world.call(null, 'GET', `/programmes/${world.programme}/totals`)).status).toBe(401);
});
