import { rebuild, reconcileRecord } from '@tinhgon/database';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from './acting.ts';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ worker: false });
});
afterAll(() => world?.stop());

const SOURCE = 'Báo cáo số 12/BC-VPCP';
const define = (code: string, change: object = {}) =>
  world.call('office', 'POST', '/indicators', {
    code,
    programme: world.programme,
    nameVi: `Chỉ tiêu ${code}`,
    unit: 'percent',
    period: 'year',
    better: 'higher',
    ...change,
  });
const enter = (code: string, change: object, player: Player = 'office') =>
  world.call(player, 'POST', `/indicators/${code}/figures`, { period: '2024', source: SOURCE, ...change });
const ministries = { group: 'ministries' };
const refusal = ({ body }: { body: { error: { code: string; field?: string } } }) => [
  body.error.code,
  body.error.field,
];

test('a value is entered with its source, corrected with a reason, and the old one stays readable', async () => {
  expect(await define('CT-A')).toMatchObject({ status: 201, body: { code: 'CT-A', version: 1 } });
  const first = await enter('CT-A', { ...ministries, amount: 58 });
  expect([first.status, first.body]).toEqual([201, { version: 1 }]);
  // Sent again it is the same; another one is refused until it names what it is based on and why.
  expect((await enter('CT-A', { ...ministries, amount: 58 })).body).toEqual({ version: 1 });
  const stale = await enter('CT-A', { ...ministries, amount: 59.57 });
  expect(stale.body.error).toMatchObject({
    code: 'STALE_VERSION',
    field: 'basedOn',
    details: { version: 1 },
  });
  const correction = { ...ministries, amount: 59.57, basedOn: 1 };
  expect(refusal(await enter('CT-A', correction))).toEqual(['REASON_REQUIRED', 'reason']);
  const knownAt = (await read(world, 'lan', '/indicators/CT-A')).knownAt;
  expect((await enter('CT-A', { ...correction, reason: 'Gõ thiếu chữ số' })).body).toEqual({ version: 2 });

  const { rows, mayEnter } = await read(world, 'lan', '/indicators/CT-A');
  expect(mayEnter).toBe(false);
  expect(rows).toMatchObject([
    {
      period: '2024',
      running: false,
      value: {
        amount: 59.57,
        source: SOURCE,
        version: 2,
        by: 'Người office',
        reason: 'Gõ thiếu chữ số',
        earlier: [{ amount: 58, version: 1, reason: '' }],
      },
      target: null,
      reached: null,
    },
  ]);
  // As known before the correction, it is what it was then.
  const before = await read(world, 'lan', `/indicators/CT-A?knownAt=${encodeURIComponent(knownAt)}`);
  expect(before.rows[0].value).toMatchObject({ amount: 58, earlier: [] });
  // As at a day before the period began there is nothing yet.
  expect((await read(world, 'lan', '/indicators/CT-A?asAt=2023-12-31')).rows).toEqual([]);
});

test('agencies are compared in a period against their own target or that of their group, the best first', async () => {
  await define('CT-B');
  const { home, elsewhere } = world;
  await enter('CT-B', { ...ministries, kind: 'target', amount: 60 });
  await enter('CT-B', { agency: elsewhere, kind: 'target', amount: 80 });
  await enter('CT-B', { agency: home, amount: 61.4 });
  await enter('CT-B', { agency: elsewhere, amount: 67.46 });
  await enter('CT-B', { ...ministries, amount: 59.57 });
  await enter('CT-B', { agency: home, amount: 50, period: '2023' });
  const one = await read(world, 'lan', `/indicators/CT-B?agency=${home}`);
  expect(one).toMatchObject({
    period: 'year',
    comparedIn: '2024',
    periods: ['2024', '2023'],
    groups: [{ group: 'ministries', amount: 59.57, target: 60, reached: false }],
    agencies: [
      { agency: { code: elsewhere }, amount: 67.46, target: 80, targetOfGroup: false, reached: false },
      { agency: { code: home }, amount: 61.4, target: 60, targetOfGroup: true, reached: true },
    ],
    chosen: { agency: { code: home } },
    rows: [
      { period: '2024', value: { amount: 61.4 }, target: null, heldAgainst: 60, reached: true },
      { period: '2023', value: { amount: 50 }, heldAgainst: null, reached: null },
    ],
  });
  expect(one.subjects.map((whose: { group: string | null }) => whose.group)).toEqual([
    'ministries',
    null,
    null,
  ]);
  expect(await read(world, 'lan', '/indicators/CT-B?period=2023')).toMatchObject({
    comparedIn: '2023',
    groups: [],
    agencies: [{ agency: { code: home }, amount: 50 }],
  });
  // One taken away is gone from everything but its own history.
  await enter('CT-B', { agency: elsewhere, amount: null, basedOn: 1, reason: 'Không phải số của Bộ' });
  const after = await read(world, 'lan', `/indicators/CT-B?agency=${elsewhere}`);
  expect(after.agencies.map((line: { agency: { code: string } }) => line.agency.code)).toEqual([home]);
  expect(after.rows[0].value).toMatchObject({ amount: null, earlier: [{ amount: 67.46 }] });
});

test('the list shows the course of groups, or of agencies where there are none', async () => {
  await define('CT-C', { nameVi: 'An', unit: 'count', countedVi: 'nhiệm vụ', period: 'half-year' });
  await enter('CT-C', { agency: world.home, amount: 30, outOf: 51, period: '2024-H1' });
  await enter('CT-C', { agency: world.elsewhere, amount: 2_000_000_000_000, period: '2024-H1' });
  await enter('CT-C', { agency: world.elsewhere, amount: 12_200_000, period: '2024-H2' });
  const { items } = await read(world, 'lan', `/indicators?programme=${world.programme}`);
  expect(items[0]).toMatchObject({
    code: 'CT-C',
    counted: { vi: 'nhiệm vụ', en: null },
    series: [
      { agency: { code: world.home }, points: [{ period: '2024-H1', amount: 30, outOf: 51 }] },
      { agency: { code: world.elsewhere }, points: [{ period: '2024-H2', amount: 12_200_000 }] },
    ],
    others: 0,
  });
  const ofGroups = items.find(({ code }: { code: string }) => code === 'CT-B');
  expect(ofGroups).toMatchObject({
    series: [{ group: 'ministries', points: [{ amount: 59.57, target: 60, reached: false }] }],
    others: 1,
  });
  const early = await read(world, 'lan', `/indicators?programme=${world.programme}&asAt=2023-06-30`);
  expect(early.items.every(({ series }: { series: unknown[] }) => series.length <= 1)).toBe(true);
});

test('what is wrong is refused where it is wrong', async () => {
  await define('CT-D');
  const wrong = [
    [{ ...ministries, amount: 1, period: '2024-H1' }, 'INVALID_INPUT', 'period'],
    [{ ...ministries, amount: 1, period: '2024-H9' }, 'INVALID_INPUT', 'period'],
    [{ ...ministries, amount: 1, period: '2099' }, 'DATE_IN_FUTURE', 'period'],
    [{ ...ministries, amount: 59.571 }, 'INVALID_INPUT', 'amount'],
    [{ ...ministries, amount: '59' }, 'INVALID_INPUT', 'amount'],
    [{ ...ministries, amount: 1, source: ' ' }, 'INVALID_INPUT', 'source'],
    [{ amount: 1 }, 'INVALID_INPUT', 'agency'],
    [{ agency: 'KHONG-CO', amount: 1 }, 'UNKNOWN_AGENCY', 'agency'],
    [{ ...ministries, amount: 1, outOf: 5 }, 'INVALID_INPUT', 'outOf'],
  ] as const;
  for (const [input, code, field] of wrong) {
    expect(refusal(await enter('CT-D', input)), JSON.stringify(input)).toEqual([code, field]);
  }
  expect((await enter('KHONG-CO', { ...ministries, amount: 1 })).status).toBe(404);
  expect(refusal(await define('CT-E', { programme: 'KHONG-CO' }))).toEqual([
    'UNKNOWN_PROGRAMME',
    'programme',
  ]);
  expect(refusal(await define('CT-D', { nameVi: 'Khác' }))).toEqual(['STALE_VERSION', 'basedOn']);
  expect(refusal(await define('CT-D', { nameVi: 'Khác', basedOn: 1 }))).toEqual([
    'REASON_REQUIRED',
    'reason',
  ]);
  const changed = { basedOn: 1, reason: 'Đổi cách tính' };
  expect((await define('CT-D', { ...changed, unit: 'count' })).body).toEqual({ code: 'CT-D', version: 2 });
  await enter('CT-D', { ...ministries, amount: 1 });
  // Once it has figures they keep their unit and periods.
  const again = { ...changed, unit: 'count', basedOn: 2 };
  expect(refusal(await define('CT-D', { ...again, unit: 'percent' }))).toEqual(['INVALID_INPUT', 'unit']);
  expect(refusal(await define('CT-D', { ...again, period: 'month' }))).toEqual(['INVALID_INPUT', 'period']);
});

test('who reports for an agency enters and corrects its own values, and nobody another’s', async () => {
  await define('CT-F');
  const { home, elsewhere } = world;
  const own = { agency: home, amount: 40 };
  expect((await enter('CT-F', own, 'lan')).body).toEqual({ version: 1 });
  const correction = { agency: home, amount: 41, basedOn: 1 };
  // The same checks as for the programme office.
  expect(refusal(await enter('CT-F', correction, 'duc'))).toEqual(['REASON_REQUIRED', 'reason']);
  expect((await enter('CT-F', { ...correction, reason: 'Tính lại' }, 'duc')).body).toEqual({ version: 2 });
  expect(refusal(await enter('CT-F', { ...own, period: '2099' }, 'lan'))).toEqual([
    'DATE_IN_FUTURE',
    'period',
  ]);
  expect((await enter('CT-F', { agency: elsewhere, amount: 7 }, 'stranger')).body).toEqual({ version: 1 });
  for (const [player, input, code, field] of [
    ['lan', { agency: elsewhere, amount: 1 }, 'NOT_YOUR_AGENCY', 'agency'],
    ['lan', { ...ministries, amount: 1 }, 'NOT_YOUR_AGENCY', 'agency'],
    ['stranger', { ...own, basedOn: 2, reason: 'Không phải' }, 'NOT_YOUR_AGENCY', 'agency'],
    ['lan', { agency: home, kind: 'target', amount: 50 }, 'FORBIDDEN', 'kind'],
    ['minh', own, 'FORBIDDEN', undefined],
    ['phap', own, 'FORBIDDEN', undefined],
    ['admin', own, 'FORBIDDEN', undefined],
    ['auditor', own, 'FORBIDDEN', undefined],
  ] as const) {
    expect(refusal(await enter('CT-F', input, player)), player).toEqual([code, field]);
  }
  const seen = await read(world, 'lan', `/indicators/CT-F?agency=${home}`);
  expect(seen).toMatchObject({
    mayEnter: false,
    mayEnterFor: [home],
    rows: [{ value: { amount: 41, by: 'Người duc', reason: 'Tính lại', earlier: [{ by: 'Người lan' }] } }],
  });
});

async function exported(path: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${await world.token('lan')}` };
  const response = await fetch(`${world.url}/api/v1${path}`, { headers });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}
const rowsOf = (csv: Buffer): Record<string, string>[] => parse(csv, { bom: true, columns: true });

test('what is taken away is what the screens say, and no text in it is a formula', async () => {
  const { home } = world;
  await enter('CT-F', { agency: home, amount: 41.5, period: '2023', source: '=HYPERLINK("x")' });
  const list = `/indicators/export?programme=${world.programme}&lang=vi`;
  const lines = rowsOf(await exported(`${list}&format=csv`));
  const { items } = await read(world, 'lan', `/indicators?programme=${world.programme}`);
  const points = items.flatMap((item: { code: string; series: { points: object[] }[] }) =>
    item.series.length === 0
      ? [[item.code, '']]
      : item.series.flatMap(({ points: own }) =>
          own.map((point) => [item.code, String((point as { amount: number }).amount)]),
        ),
  );
  expect(lines.map((line) => [line['Mã chỉ tiêu'], line['Số liệu']])).toEqual(points);
  const sheet = await readXlsx(await exported(`${list}&format=xlsx`));
  expect(sheet[0]?.data).toHaveLength(lines.length + 1);
  // Numbers are numbers in Excel, to be reckoned with.
  expect(sheet[0]?.data.flat()).toContain(59.57);

  const one = rowsOf(await exported('/indicators/CT-F/export?format=csv'));
  const { rows } = await read(world, 'lan', `/indicators/CT-F?agency=${home}`);
  const own = one.filter((line) => line['Mã cơ quan'] === home);
  expect(own.map((line) => Number(line['Số liệu']))).toEqual(
    rows.map(({ value }: { value: { amount: number } }) => value.amount),
  );
  expect(own).toMatchObject([
    { Kỳ: 'năm 2024', 'Người ghi': 'Người duc', 'Lý do sửa': 'Tính lại' },
    { Kỳ: 'năm 2023', Nguồn: `'=HYPERLINK("x")` },
  ]);
  const targets = rowsOf(await exported('/indicators/CT-B/export?format=csv'));
  expect(targets).toContainEqual(
    expect.objectContaining({ 'Mã cơ quan': home, 'Mục tiêu': '60', 'Mục tiêu của': 'chung' }),
  );
  expect(rowsOf(await exported('/indicators/CT-F/export?format=csv&asAt=2023-06-30'))).toHaveLength(1);
});

test('the rows follow from the record alone', async () => {
  const path = `/indicators?programme=${world.programme}`;
  const before = await read(world, 'lan', path);
  await rebuild(world.database.db);
  expect((await read(world, 'lan', path)).items).toEqual(before.items);
  expect(await reconcileRecord(world.database.db)).toEqual({ broken: [], differences: [] });
  const { items } = await read(world, 'auditor', '/events?limit=500');
  expect(items).toContainEqual(
    expect.objectContaining({ subject: 'indicator/CT-A', type: 'indicatorEntered' }),
  );
});
