import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from './acting.ts';
import { type Answer, answerOf, openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ worker: false });
  await world.call('office', 'POST', '/indicators', {
    code: 'CT-TT',
    programme: world.programme,
    nameVi: 'Tỷ lệ hồ sơ trực tuyến',
    unit: 'percent',
    period: 'quarter',
    better: 'higher',
  });
});
afterAll(() => world?.stop());

async function upload(kind: string, csv: string, query = '', player: Player = 'office'): Promise<Answer> {
  const response = await fetch(`${world.url}/api/v1/imports?kind=${kind}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${await world.token(player)}` },
    body: csv,
  });
  return answerOf(response);
}
const problems = ({ body }: Answer) =>
  body.problems.map(({ row, column, code }: Record<string, unknown>) => [row, column, code]);

test('figures come from a spreadsheet; the same again changes nothing, another one needs its reason', async () => {
  const heading = 'Chỉ tiêu;Kỳ;Của ai;Số liệu hay mục tiêu;Giá trị;Nguồn;Lý do';
  const file = (home: string, reason = '') =>
    [
      heading,
      `CT-TT;2024-Q1;${world.home};;${home};Báo cáo;${reason}`,
      'CT-TT;2024-Q1;các bộ, cơ quan;Mục tiêu;60;Kế hoạch;',
      'CT-TT;2024-Q1;Ministries and agencies;value;61.4;Báo cáo;',
    ].join('\n');
  const dry = await upload('indicator-figures', file('59,57 %'), '&dryRun=true');
  expect(dry.body).toMatchObject({ added: 3, problems: [] });
  expect((await read(world, 'lan', '/indicators/CT-TT')).rows).toEqual([]);
  expect((await upload('indicator-figures', file('59,57 %'))).body).toMatchObject({ added: 3 });
  expect((await upload('indicator-figures', file('59.57'))).body).toMatchObject({ added: 0, unchanged: 3 });
  const other = await upload('indicator-figures', file('58'));
  expect([other.status, problems(other)]).toEqual([422, [[2, 'Lý do', 'REASON_REQUIRED']]]);
  expect((await upload('indicator-figures', file('58', 'Bộ báo cáo lại'))).body).toMatchObject({
    changed: 1,
    unchanged: 2,
  });
  const { rows, groups } = await read(world, 'lan', `/indicators/CT-TT?agency=${world.home}`);
  expect(rows[0]).toMatchObject({
    value: { amount: 58, reason: 'Bộ báo cáo lại', earlier: [{ amount: 59.57 }] },
    heldAgainst: 60,
  });
  expect(groups).toMatchObject([{ group: 'ministries', amount: 61.4, target: 60, reached: true }]);
});

test('whatever is wrong in a file of figures is said at its cell, and nothing is written', async () => {
  const wrong = await upload(
    'indicator-figures',
    [
      'indicator;period;whose;amount;source',
      `KHONG-CO;2024-Q2;${world.home};1;Báo cáo`,
      `CT-TT;2024;${world.home};1;Báo cáo`,
      `CT-TT;quý 2;${world.home};1;Báo cáo`,
      'CT-TT;2024-Q2;KHONG-CO;1;Báo cáo',
      `CT-TT;2024-Q2;${world.home};nhiều;Báo cáo`,
      `CT-TT;2024-Q2;${world.elsewhere};1,234;Báo cáo`,
      'CT-TT;2024-Q2;national;1;',
    ].join('\n'),
  );
  expect(problems(wrong)).toEqual([
    [2, 'indicator', 'NOT_FOUND'],
    [3, 'period', 'INVALID_INPUT'],
    [4, 'period', 'INVALID_INPUT'],
    [5, 'whose', 'UNKNOWN_AGENCY'],
    [6, 'amount', 'NOT_A_NUMBER'],
    [7, 'amount', 'INVALID_INPUT'],
    [8, 'source', 'REQUIRED'],
  ]);
  expect((await read(world, 'lan', '/indicators/CT-TT')).periods).toEqual(['2024-Q1']);
});

test('an agency’s officers import its own values alone, and nothing else', async () => {
  const lines = [
    'indicator;period;whose;figureKind;amount;source',
    `CT-TT;2024-Q3;${world.home};;50;Báo cáo`,
    `CT-TT;2024-Q3;${world.elsewhere};;50;Báo cáo`,
    'CT-TT;2024-Q3;national;;50;Báo cáo',
    `CT-TT;2024-Q3;${world.home};target;60;Báo cáo`,
  ];
  const wrong = await upload('indicator-figures', lines.join('\n'), '', 'duc');
  expect([wrong.status, problems(wrong)]).toEqual([
    422,
    [
      [3, 'whose', 'NOT_YOUR_AGENCY'],
      [4, 'whose', 'NOT_YOUR_AGENCY'],
      [5, 'figureKind', 'FORBIDDEN'],
    ],
  ]);
  const own = await upload('indicator-figures', lines.slice(0, 2).join('\n'), '', 'duc');
  expect(own.body).toMatchObject({ added: 1, problems: [] });
  expect((await read(world, 'lan', `/indicators/CT-TT?agency=${world.home}`)).rows[0]).toMatchObject({
    period: '2024-Q3',
    value: { amount: 50, by: 'Người duc' },
  });
  expect((await upload('programme-tasks', lines[0] ?? '', '', 'duc')).status).toBe(403);
  expect((await upload('indicator-figures', lines[0] ?? '', '', 'minh')).status).toBe(403);
});

test('tasks come from a spreadsheet; being done needs no reason, another deadline does', async () => {
  const file = (...lines: string[]) =>
    [
      'Mã;Chương trình;Nhiệm vụ;Văn bản giao;Cơ quan chủ trì;Ngày giao;Thời hạn hoàn thành;Ngày hoàn thành;Lý do',
      ...lines.map((line) => `${line}`),
    ].join('\n');
  const task = (code: string, deadline: string, done = '', reason = '') =>
    `${code};${world.programme};Rà soát;Kế hoạch;${world.home};15/01/2024;${deadline};${done};${reason}`;
  const first = file(task('N-1', '30/06/2024'), task('N-2', '30/06/2024'));
  expect((await upload('programme-tasks', first)).body).toMatchObject({ added: 2, problems: [] });
  expect((await upload('programme-tasks', first)).body).toMatchObject({ unchanged: 2 });
  const later = file(task('N-1', '30/06/2024', '20/06/2024'), task('N-2', '31/07/2024'));
  expect(problems(await upload('programme-tasks', later))).toEqual([[3, 'Lý do', 'REASON_REQUIRED']]);
  const explained = file(task('N-1', '30/06/2024', '20/06/2024'), task('N-2', '31/07/2024', '', 'Gia hạn'));
  expect((await upload('programme-tasks', explained)).body).toMatchObject({ changed: 2 });
  const { counts } = await read(
    world,
    'lan',
    `/programme-tasks?programme=${world.programme}&asAt=2024-07-15`,
  );
  expect(counts).toMatchObject({ total: 2, done: 1, onTime: 1, notDone: 1, overdue: 0 });
  const wrong = file(task('N-3', '01/01/2024'), task('N-4', '30/06/2024', '01/01/2099'));
  expect(problems(await upload('programme-tasks', wrong))).toEqual([
    [2, 'Thời hạn hoàn thành', 'DATE_ORDER'],
    [3, 'Ngày hoàn thành', 'DATE_IN_FUTURE'],
  ]);
});
