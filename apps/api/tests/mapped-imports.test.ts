import type { FileLook, MappedResult } from '@tinhgon/rules/views/import-mapping';
import { rebuild, savePerson } from '@tinhgon/database';
import { SYSTEM } from '@tinhgon/rules/person';
import writeXlsx from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, openWorld, type Player, type World } from './world.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let world: World;
beforeAll(async () => {
  world = await openWorld({ worker: false });
  // A second programme office, of another agency.
  const person = await world.database.db
    .selectFrom('person')
    .select(['id', 'subject', 'name', 'email', 'agency', 'active'])
    .where('agency', '=', world.elsewhere)
    .executeTakeFirstOrThrow();
  const stamp = { actor: SYSTEM, now: new Date().toISOString() };
  await savePerson(world.database.db, { ...person, roles: ['programme-office'] }, stamp);
});
afterAll(() => world?.stop());

async function send(
  path: string,
  file: { readonly bytes: Uint8Array<ArrayBuffer> | string; readonly name: string; readonly type?: string },
  { order, player = 'office' }: { order?: unknown; player?: Player | null } = {},
) {
  const form = new FormData();
  if (order !== undefined) form.append('order', typeof order === 'string' ? order : JSON.stringify(order));
  form.append('file', new Blob([file.bytes], { type: file.type ?? XLSX }), file.name);
  const headers = player === null ? {} : { authorization: `Bearer ${await world.token(player)}` };
  return answerOf(await fetch(`${world.url}/api/v1${path}`, { method: 'POST', headers, body: form }));
}

/** As a ministry keeps it: a title sheet first, titles above the table, headings on two rows, numbers of columns. */
async function ministrySheet(code: string) {
  const { home } = world;
  const text = (value: string) => ({ value });
  const data = await writeXlsx([
    {
      sheet: 'Ghi chú',
      data: [[text('Danh mục gửi kèm công văn')]],
    },
    {
      sheet: 'Phụ lục I',
      data: [
        [{ value: 'BỘ CÔNG AN', columnSpan: 3 }, null, null, text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')],
        [],
        [{ value: 'DANH MỤC THỦ TỤC HÀNH CHÍNH', columnSpan: 7 }],
        [
          { value: 'STT', rowSpan: 2 },
          { value: 'Mã số TTHC', rowSpan: 2 },
          { value: 'Tên thủ tục hành chính', rowSpan: 2 },
          { value: 'Quản lý', columnSpan: 2 },
          null,
          { value: 'Cấp giải quyết', rowSpan: 2 },
          { value: 'Ghi chú', rowSpan: 2 },
        ],
        [null, null, null, text('Bộ, ngành'), text('Từ ngày'), null, null],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'].map(text),
        [
          text('1'),
          text(`${code}.1`),
          text('Cấp thẻ'),
          text(`Bộ của ${home}`),
          text('01/03/2025'),
          text('Cấp tỉnh'),
          null,
        ],
        [
          text('2'),
          text(`${code}.2`),
          text('Đổi thẻ'),
          text(home),
          { value: new Date('2025-03-01T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
          text('Xã'),
          null,
        ],
        [
          text('3'),
          text(`${code}.3`),
          text('Thu thẻ'),
          text('Bộ Lạ'),
          text('30/02/2025'),
          text('Cấp vùng'),
          null,
        ],
        [null, null, text('Tổng cộng: 3'), null, null, null, null],
        [null, null, null, null, null, null, text('Người lập biểu')],
      ],
    },
  ]).toBuffer();
  return { name: 'danh-muc.xlsx', bytes: new Uint8Array(data) };
}

const column = (heading: string) => ({ from: 'column', heading });
const MAPPING = {
  fields: {
    code: column('Mã số TTHC'),
    nameVi: column('Tên thủ tục hành chính'),
    ministry: column('Quản lý – Bộ, ngành'),
    ministryFrom: column('Quản lý – Từ ngày'),
    level: column('Cấp giải quyết'),
  },
};
const ORDER = { kind: 'procedures', sheet: 'Phụ lục I', headerRow: 5, mapping: MAPPING };
const stored = async (prefix: string) =>
  world.database.db
    .selectFrom('procedure')
    .selectAll()
    .where('code', 'like', `${prefix}.%`)
    .orderBy('code')
    .execute();

describe('a spreadsheet of a ministry', () => {
  test('is looked at: sheet and headings are found below the titles, columns are suggested', async () => {
    const { status, body } = await send('/imports/look?kind=procedures', await ministrySheet('look'));
    expect(status).toBe(200);
    const look = body as FileLook;
    expect(look).toMatchObject({
      sheets: [{ name: 'Ghi chú' }, { name: 'Phụ lục I' }],
      sheet: 'Phụ lục I',
      headerRow: 5,
      kept: null,
    });
    expect(look.columns.map(({ letters, heading }) => `${letters} ${heading}`)).toEqual([
      'A STT',
      'B Mã số TTHC',
      'C Tên thủ tục hành chính',
      'D Quản lý – Bộ, ngành',
      'E Quản lý – Từ ngày',
      'F Cấp giải quyết',
      'G Ghi chú',
    ]);
    expect(look.columns[4]?.samples).toEqual(['01/03/2025', '30/02/2025']);
    const suggested = Object.fromEntries(look.suggestions.map(({ field, column: at }) => [field, at]));
    expect(suggested).toMatchObject({ code: 1, nameVi: 2, level: 5, nameEn: null });
    expect(look.top[2]?.cells[0]).toBe('DANH MỤC THỦ TỤC HÀNH CHÍNH');
    // Its reader may say otherwise.
    const other = await send(
      '/imports/look?kind=procedures&sheet=Ghi%20ch%C3%BA&headerRow=1',
      await ministrySheet('look'),
    );
    expect(other.body).toMatchObject({ sheet: 'Ghi chú', headerRow: 1, rows: 0 });
  });

  test('is checked cell by cell, mended in place, and taken whole', async () => {
    const file = await ministrySheet('map');
    const dry = await send('/imports/mapped?dryRun=true&lang=vi', file, { order: ORDER });
    expect(dry.status).toBe(200);
    const first = dry.body as MappedResult;
    expect(first.problems.map(({ cell, field, code, value }) => [cell, field, code, value])).toEqual(
      [
        ['D7', 'ministry', 'UNKNOWN_AGENCY', `Bộ của ${world.home}`],
        ['F9', 'level', 'NOT_IN_LIST', 'Cấp vùng'],
        ['E9', 'ministryFrom', 'INVALID_DATE', '30/02/2025'],
        ['D9', 'ministry', 'UNKNOWN_AGENCY', 'Bộ Lạ'],
        ['B10', 'code', 'REQUIRED', null],
        ['D10', 'ministry', 'REQUIRED', null],
      ].toSorted(byRow(first)),
    );
    expect(first.problems.every(({ column: heading }) => heading?.startsWith('Quản lý') || heading)).toBe(
      true,
    );
    expect(first.words.map(({ word }) => word)).toEqual([`Bộ của ${world.home}`, 'Bộ Lạ', 'Cấp vùng']);
    expect(first.numbering).toEqual([6]);
    expect(first.preview.map(({ row }) => row)).toEqual([7, 8, 9, 10]);
    expect(first.preview[1]?.cells).toMatchObject({ ministryFrom: '01/03/2025', level: 'Xã' });

    const wrong = await send('/imports/mapped', file, { order: ORDER });
    expect([wrong.status, wrong.body.error.code]).toEqual([422, 'IMPORT_HAS_ERRORS']);
    expect(await stored('map')).toEqual([]);

    const mended = {
      ...ORDER,
      mapping: { ...MAPPING, words: { ministry: [{ word: `BỘ CỦA ${world.home}`, code: world.home }] } },
      corrections: [
        { row: 9, field: 'ministry', value: world.home },
        { row: 9, field: 'ministryFrom', value: '28/02/2025' },
        { row: 9, field: 'level', value: 'trung ương' },
      ],
      leftOut: [10],
    };
    const done = await send('/imports/mapped', file, { order: mended });
    expect([done.status, done.body.problems]).toEqual([200, []]);
    expect(done.body).toMatchObject({ added: 3, rows: 3 });
    expect((await stored('map')).map(({ level }) => level)).toEqual(['province', 'commune', 'central']);
    const from = await world.database.db
      .selectFrom('procedure_ministry')
      .select('from')
      .where('procedure_code', 'like', 'map.%')
      .orderBy('procedure_code')
      .execute();
    expect(from.map((row) => row.from)).toEqual(['2025-03-01', '2025-03-01', '2025-02-28']);
    // The same file in the same way changes nothing, as with every import.
    const again = await send('/imports/mapped', file, { order: mended });
    expect(again.body).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  });

  test('from csv with titles above the headings, its constants in every row', async () => {
    const lines = [
      'BỘ CÔNG AN',
      '',
      'Mã TTHC;Tên TTHC;Cấp',
      'csv.1;Cấp phép, gia hạn;Tỉnh',
      'csv.2;Thu hồi;Xã',
    ];
    const file = { name: 'a.csv', type: 'text/csv', bytes: `\ufeff${lines.join('\r\n')}` };
    const { body } = await send('/imports/look?kind=procedures', file);
    expect(body).toMatchObject({ sheet: '', headerRow: 3, rows: 2 });
    const mapping = {
      fields: {
        code: column('Mã TTHC'),
        nameVi: column('Tên TTHC'),
        level: column('Cấp'),
        ministry: { from: 'constant', value: world.home },
      },
    };
    const order = { kind: 'procedures', sheet: '', headerRow: 3, mapping };
    const missing = {
      ...order,
      mapping: { fields: { code: column('Mã TTHC'), nameVi: column('Họ và tên') } },
    };
    const dry = await send('/imports/mapped?dryRun=true', file, { order: missing });
    expect(dry.body.problems).toMatchObject([
      { row: 3, code: 'MISSING_COLUMN', column: 'Họ và tên', cell: null },
      { row: 3, code: 'MISSING_COLUMN', field: 'nameVi' },
      { row: 3, code: 'MISSING_COLUMN', field: 'ministry' },
    ]);
    expect((await send('/imports/mapped', file, { order })).body).toMatchObject({ added: 2, problems: [] });
  });
});

function byRow({ problems }: MappedResult) {
  const order = problems.map(({ cell }) => cell);
  return (a: unknown[], b: unknown[]) => order.indexOf(a[0] as string) - order.indexOf(b[0] as string);
}

describe('a mapping', () => {
  const headings = [
    'STT',
    'Mã số TTHC',
    'Tên thủ tục hành chính',
    'Quản lý – Bộ, ngành',
    'Quản lý – Từ ngày',
    'Cấp giải quyết',
    'Ghi chú',
  ];
  const save = (player: Player, basedOn: number, mapping: object = MAPPING) =>
    world.call(player, 'POST', '/imports/mappings', { kind: 'procedures', headings, mapping, basedOn });

  test('is kept by its agency, found again by the headings of the next file, and nobody else’s', async () => {
    expect((await save('office', 0)).body).toEqual({ version: 1 });
    // The same again is the same version; what a colleague changed meanwhile is not lost.
    expect((await save('office', 0)).body).toEqual({ version: 1 });
    const taught = { ...MAPPING, words: { ministry: [{ word: 'Bộ ta', code: world.home }] } };
    expect((await save('office', 1, taught)).body).toEqual({ version: 2 });
    expect((await save('office', 1)).body.error).toMatchObject({
      code: 'STALE_VERSION',
      details: { version: 2 },
    });

    const file = await ministrySheet('kept');
    const own = await send('/imports/look?kind=procedures', file);
    expect(own.body.kept).toMatchObject({ version: 2, mapping: { words: taught.words } });
    expect((await send('/imports/look?kind=plans', file)).body.kept).toBeNull();
    expect((await world.call('office', 'GET', '/imports/mappings?kind=procedures')).body).toHaveLength(1);

    expect((await world.call('stranger', 'GET', '/imports/mappings')).body).toEqual([]);
    expect((await send('/imports/look?kind=procedures', file, { player: 'stranger' })).body.kept).toBeNull();
    expect((await save('stranger', 0)).body).toEqual({ version: 1 });
  });

  test('stands in the record with who changed it, told to its agency and auditors alone', async () => {
    const feed = async (player: Player) => {
      const { body } = await world.call(player, 'GET', '/events?after=0&limit=500');
      return (body.items as { subject: string; type: string }[])
        .filter(({ type }) => type === 'mappingSaved')
        .map(({ subject }) => subject.split('/')[1]);
    };
    const own = await feed('office');
    expect(own).toEqual([own[0], own[0]]);
    expect(own).not.toContain(world.elsewhere);
    expect(await feed('stranger')).toEqual([world.elsewhere]);
    expect(await feed('auditor')).toHaveLength(3);
    expect(await feed('lan')).toEqual(own);
  });

  test('is made again from the record as it was', async () => {
    const rows = () => world.database.db.selectFrom('import_mapping').selectAll().orderBy('agency').execute();
    const before = await rows();
    expect(before.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([1, 2]);
    await rebuild(world.database.db);
    expect(await rows()).toEqual(before);
  });

  test('is renamed and deleted by its agency alone, and can be kept again', async () => {
    const kind = 'procedures';
    const list = async (player: Player) =>
      (await world.call(player, 'GET', '/imports/mappings?kind=procedures')).body;
    const rename = (player: Player, name: string) =>
      world.call(player, 'POST', '/imports/mappings/rename', { kind, headings, name });
    const remove = (player: Player, version: number) =>
      world.call(player, 'POST', '/imports/mappings/remove', { kind, headings, version });
    expect((await rename('office', 'Bảng của Bộ')).body).toEqual({ version: 2 });
    expect((await rename('office', ' ')).body.error).toMatchObject({ code: 'INVALID_INPUT', field: 'name' });
    expect(await list('office')).toMatchObject([{ name: 'Bảng của Bộ', version: 2 }]);
    // Another agency names its own; whoever imports no procedures neither renames nor deletes how they are read.
    expect((await rename('stranger', 'Khác')).body).toEqual({ version: 1 });
    expect(await list('office')).toMatchObject([{ name: 'Bảng của Bộ' }]);
    expect((await remove('lan', 2)).status).toBe(403);
    expect((await remove('office', 1)).body.error).toMatchObject({
      code: 'STALE_VERSION',
      details: { version: 2 },
    });
    expect((await remove('office', 2)).status).toBe(200);
    expect((await remove('office', 2)).status).toBe(404);
    expect(await list('office')).toEqual([]);
    const file = await ministrySheet('deleted');
    expect((await send('/imports/look?kind=procedures', file)).body.kept).toBeNull();
    await rebuild(world.database.db);
    expect(await list('office')).toEqual([]);
    // Kept again it begins without a name; the numbers of its versions go on.
    expect((await save('office', 0)).body).toEqual({ version: 3 });
    expect(await list('office')).toMatchObject([{ name: null, version: 3 }]);
    await rebuild(world.database.db);
    expect(await list('office')).toMatchObject([{ name: null, version: 3 }]);
  });
});

describe('what is refused', () => {
  const csv = { name: 'a.csv', type: 'text/csv', bytes: 'Mã;Tên\n1;2' };
  test.each([
    [null, 401],
    ['lan', 403],
    ['admin', 403],
    ['auditor', 403],
  ] as const)('%s may neither look nor import: %d', async (player, status) => {
    expect((await send('/imports/look?kind=procedures', csv, { player })).status).toBe(status);
    expect((await send('/imports/mapped', csv, { player, order: ORDER })).status).toBe(status);
  });

  test.each([
    [undefined, 400, 'order'],
    ['{', 400, undefined],
    [{ ...ORDER, colour: 'red' }, 400, undefined],
    [{ ...ORDER, sheet: '', headerRow: 0 }, 400, 'headerRow'],
    [{ ...ORDER, sheet: '', headerRow: 9 }, 400, 'headerRow'],
    [{ ...ORDER, sheet: 'Khác' }, 404, 'sheet'],
    [
      { ...ORDER, sheet: '', headerRow: 1, mapping: { fields: { deadline: column('Mã') } } },
      400,
      'mapping.fields.deadline',
    ],
    [
      { ...ORDER, sheet: '', headerRow: 1, corrections: [{ row: 2, field: 'deadline', value: '' }] },
      400,
      'corrections.0.field',
    ],
    ['{"kind":"procedures","kind":"plans"}', 400, undefined],
    [`{"kind":"${'x'.repeat(3 * 1024 * 1024)}"}`, 413, 'order'],
  ] as const)('an order %# is refused', async (order, status, field) => {
    const answer = await send('/imports/mapped?dryRun=true', csv, { order });
    expect(answer.status).toBe(status);
    if (field !== undefined) expect(answer.body.error.field).toBe(field);
  });

  test.each([
    ['a.xlsx', 'PK\u0003\u0004', XLSX, 415],
    ['a.json', '[]', 'application/json', 415],
    ['a.pdf', '%PDF', 'application/pdf', 415],
    ['a.csv', ';;\n;;', 'text/csv', 400],
    ['a.csv', `${'x;'.repeat(300)}\n`, 'text/csv', 413],
    ['a.csv', 'x\n'.repeat(100_100), 'text/csv', 413],
  ])('%s %# is refused', async (name, bytes, type, status) => {
    expect((await send('/imports/look?kind=procedures', { name, bytes, type })).status).toBe(status);
  });
});
