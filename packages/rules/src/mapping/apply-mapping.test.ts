import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMapping } from './apply-mapping.ts';
import type { Choice, MappingField } from './field.ts';
import { columnMapping } from './mapping.ts';

const choice = (code: string, ...spellings: string[]): Choice => ({
  code,
  label: { vi: spellings[0] ?? code, en: null },
  spellings,
});
const field = (key: string, more: Partial<MappingField> = {}): MappingField => ({
  key,
  label: { vi: key, en: key },
  required: false,
  shape: 'text',
  list: false,
  spellings: [],
  choices: [],
  ...more,
});
const AGENCIES = [
  choice('BTP', 'Bộ Tư pháp', 'Ministry of Justice'),
  choice('BCA', 'Bộ Công an'),
  choice('BNV', 'Bộ Nội vụ'),
  choice('BNVcu', 'Bộ Nội vụ'),
];
const FIELDS = [
  field('code'),
  field('nameVi'),
  field('signedOn', { shape: 'date' }),
  field('feeDong', { shape: 'number' }),
  field('ministry', { shape: 'choice', choices: AGENCIES }),
  field('level', {
    shape: 'choice',
    choices: [choice('province', 'Tỉnh', 'Province'), choice('commune', 'Xã')],
  }),
  field('coAgencies', { shape: 'choice', list: true, choices: AGENCIES }),
  field('programme'),
];
const HEADINGS = ['STT', 'Mã', 'Tên', 'Ngày ký', 'Phí', 'Bộ', 'Cấp', 'Phối hợp'];
const column = (heading: string) => ({ from: 'column' as const, heading });
const MAPPING = columnMapping.parse({
  fields: {
    code: column('Mã'),
    nameVi: column('TÊN'),
    signedOn: column('Ngày ký'),
    feeDong: column('Phí'),
    ministry: column('Bộ'),
    level: column('Cấp'),
    coAgencies: column('Phối hợp'),
    programme: { from: 'constant', value: '896' },
  },
  words: { ministry: [{ word: 'Bộ TP', code: 'BTP' }] },
});
const apply = (rows: readonly (readonly unknown[])[], more: object = {}) =>
  applyMapping({
    fields: FIELDS,
    mapping: MAPPING,
    headings: HEADINGS,
    rows: rows.map((cells, at) => ({ row: at + 7, cells })),
    ...more,
  });
const line = (...cells: unknown[]) => [1, '1.001', 'Khai sinh', ...cells];

describe('a spreadsheet becomes rows of an import', () => {
  it('by its headings, in the shapes and codes an import reads', () => {
    const done = apply([line(45_366, '50.000,00', 'bộ tư pháp', 'Cấp tỉnh', 'Bộ Công an; BTP')]);
    expect(done.keys).toEqual(FIELDS.map(({ key }) => key));
    expect(done.places).toEqual([1, 2, 3, 4, 5, 6, 7, null]);
    expect(done.rows).toEqual([
      { row: 7, cells: ['1.001', 'Khai sinh', '2024-03-15', 50_000, 'BTP', 'province', 'BCA; BTP', '896'] },
    ]);
    expect(done.unknownWords).toEqual([]);
  });

  it('keeps what it cannot read, to be judged where it stands', () => {
    const done = apply([line('quý II', '5 ngày', 'Bộ Lạ', 'Cấp vùng', '')]);
    expect(done.rows[0]?.cells.slice(2, 6)).toEqual(['quý II', '5 ngày', 'Bộ Lạ', 'Cấp vùng']);
  });

  it('knows the words it was taught, offers those that are like one, and takes neither of two', () => {
    const done = apply([
      line('', '', 'Bộ TP', 'Xã', 'Bộ Tư phap Việt Nam'),
      line('', '', 'BỘ  TP', 'Xã', 'Bộ Nội vụ'),
      line('', '', 'Bộ Nội vụ', 'Xã', ''),
    ]);
    expect(done.rows.map(({ cells }) => cells[4])).toEqual(['BTP', 'BTP', 'Bộ Nội vụ']);
    expect(done.unknownWords).toEqual([
      { field: 'ministry', word: 'Bộ Nội vụ', rows: 1, row: 9, suggestion: null },
      { field: 'coAgencies', word: 'Bộ Tư phap Việt Nam', rows: 1, row: 7, suggestion: 'BTP' },
      { field: 'coAgencies', word: 'Bộ Nội vụ', rows: 1, row: 8, suggestion: null },
    ]);
  });

  it('leaves out numbers of columns, blank rows and what it is told to, and takes corrections', () => {
    const done = apply(
      [
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
        line('', '', 'BTP', '', ''),
        [null, ' ', null],
        ['', '', 'Tổng cộng', '', '', '', '', ''],
        line('31/12/2024', '', 'BXX', '', ''),
      ],
      {
        leftOut: [10],
        corrections: [
          { row: 11, field: 'ministry', value: 'Bộ Công an' },
          { row: 11, field: 'signedOn', value: '' },
        ],
      },
    );
    expect(done.numbering).toEqual([7]);
    expect(done.rows.map(({ row, cells }) => [row, cells[4], cells[2]])).toEqual([
      [8, 'BTP', ''],
      [11, 'BCA', ''],
    ]);
    expect(done.written.get(11)?.[4]).toBe('Bộ Công an');
  });

  it('reads several values of a cell, also between commas where each is known', () => {
    const cells = ['Bộ Công an, Bộ Tư pháp', 'BCA; Bộ Tư pháp\nBCA', 'Bộ Công an, Bộ Lạ'];
    const done = apply(cells.map((cell) => line('', '', 'BTP', '', cell)));
    expect(done.rows.map((row) => row.cells[6])).toEqual(['BCA; BTP', 'BCA; BTP; BCA', 'Bộ Công an, Bộ Lạ']);
  });

  it('says which columns this file does not have', () => {
    const done = apply([line('', '', 'BTP')], { headings: HEADINGS.slice(0, 6) });
    expect(done.lacking).toEqual(['level', 'coAgencies']);
    expect(done.keys).not.toContain('level');
  });
});

describe('for any rows', () => {
  const anyCell = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.constant(null),
    fc.boolean(),
    fc.constantFrom('(1)', 'Bộ Nội vụ', '1.000,50'),
  );
  const anyRows = fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 20 });

  it('every row that comes out is one of the file, once, in its order; text stays as it is written', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const done = apply(rows);
        const numbers = done.rows.map(({ row }) => row);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
        for (const { row, cells } of done.rows) {
          const own = rows[row - 7] ?? [];
          expect(cells[0]).toBe(own[1]);
          expect(cells[1]).toBe(own[2]);
        }
        const skipped = rows.length - done.rows.length - done.numbering.length;
        const blank = rows.filter((own) =>
          own.slice(1).every((cell) => cell === null || String(cell).trim() === ''),
        );
        expect(skipped).toBeLessThanOrEqual(blank.length);
      }),
    );
  });

  it('does not mind in which order the columns stand', () => {
    const order = [7, 3, 0, 5, 1, 6, 2, 4];
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 8, maxLength: 8 }), { maxLength: 10 }),
        (rows) => {
          // Whether a row numbers the columns is seen from the order they stand in.
          const told = rows.map((cells) => ['x', ...cells.slice(1)]);
          const moved = apply(
            told.map((cells) => order.map((at) => cells[at])),
            { headings: order.map((at) => HEADINGS[at]) },
          );
          expect(moved.rows).toEqual(apply(told).rows);
        },
      ),
    );
  });
});
