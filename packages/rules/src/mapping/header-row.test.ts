import { describe, expect, it, test } from 'vitest';
import { cellName, columnLetters } from './cell-name.ts';
import type { MappingField } from './field.ts';
import { suggestHeader } from './header-row.ts';
import { columnRefs, headingSetOf, placeOf } from './mapping.ts';

const field = (key: string, ...spellings: string[]): MappingField => ({
  key,
  label: { vi: key, en: key },
  required: false,
  shape: 'text',
  list: false,
  spellings,
  choices: [],
});
const FIELDS = [field('code', 'Mã TTHC'), field('nameVi', 'Tên TTHC'), field('level', 'Cấp')];

describe('the row of the headings', () => {
  const titles = [
    ['BỘ TƯ PHÁP', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    [],
    ['DANH MỤC THỦ TỤC HÀNH CHÍNH'],
  ];

  it('stands below the titles', () => {
    const rows = [...titles, ['STT', 'Mã TTHC', 'Tên TTHC', 'Ghi chú'], ['1', '1.001', 'Khai sinh', '']];
    expect(suggestHeader(FIELDS, rows)).toEqual({ row: 3, known: 2 });
  });

  it('is the lower one of two, and not the one repeated on the next page', () => {
    const heads = ['STT', 'Mã TTHC', 'Tên TTHC'];
    const rows = [['Phụ lục'], heads, [...heads, 'Hiện hành'], ['1', '1.001', 'Khai sinh'], heads];
    expect(suggestHeader(FIELDS, rows)).toEqual({ row: 2, known: 2 });
  });

  it('without a known name is the first that has the most texts; without any text there is none', () => {
    expect(suggestHeader(FIELDS, [['Danh sách'], ['A', 'B', 'C'], ['x', 'y', '3']])).toEqual({
      row: 1,
      known: 0,
    });
    expect(suggestHeader(FIELDS, [['1', '2'], []])).toBeNull();
  });
});

test('columns and cells are named as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 199, 701, 702].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'GR',
    'ZZ',
    'AAA',
  ]);
  expect(cellName(14, 2)).toBe('C14');
});

describe('a mapping', () => {
  it('finds its columns by heading wherever they stand, and tells those of the same name apart', () => {
    const headings = ['STT', 'Mã TTHC', 'Ngày', '', 'Ngày', ''];
    const refs = columnRefs(headings);
    expect(refs.map((ref) => placeOf(ref, headings))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(placeOf({ heading: 'ma tthc', nth: 1 }, ['x', 'MÃ TTHC'])).toBe(1);
    expect(placeOf({ heading: 'Mã TTHC', nth: 2 }, headings)).toBeNull();
  });

  it('belongs to a set of headings, whatever their order, accents and blanks', () => {
    const set = headingSetOf(['Mã TTHC', 'Tên', 'Ngày']);
    expect(headingSetOf(['  ngay ', '', 'TÊN', 'ma tthc'])).toBe(set);
    expect(headingSetOf(['Mã TTHC', 'Tên'])).not.toBe(set);
    expect(headingSetOf(['Mã TTHC', 'Tên', 'Ngày', 'Ngày'])).not.toBe(set);
  });
});
