import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappingField } from './field.ts';
import { plain } from './plain.ts';
import { suggestColumns } from './suggest-columns.ts';
import { synonymsOf } from './synonyms.ts';

const field = (key: string, ...spellings: string[]): MappingField => ({
  key,
  label: { vi: key, en: key },
  required: false,
  shape: 'text',
  list: false,
  spellings: [...spellings, ...synonymsOf('procedures', key)],
  choices: [],
});
const FIELDS = [
  field('code', 'Mã', 'Code'),
  field('nameVi', 'Tên', 'Name'),
  field('nameEn', 'Tên tiếng Anh', 'English name'),
  field('field', 'Lĩnh vực'),
  field('ministry', 'Cơ quan quản lý'),
  field('level', 'Cấp thực hiện'),
];
const suggested = (headings: readonly string[]) =>
  Object.fromEntries(
    suggestColumns(FIELDS, headings).map(({ field: key, column, certainty }) => [
      key,
      column === null ? null : `${headings[column]} ${certainty}`,
    ]),
  );

describe('headings of a ministry’s spreadsheet', () => {
  it('are known by their usual names, accents and case ignored', () => {
    expect(
      suggested(['STT', 'MÃ SỐ TTHC', 'Ten thu tuc hanh chinh', 'LĨNH VỰC', 'Bộ, ngành quản lý']),
    ).toEqual({
      code: 'MÃ SỐ TTHC same',
      nameVi: 'Ten thu tuc hanh chinh same',
      nameEn: null,
      field: 'LĨNH VỰC same',
      ministry: 'Bộ, ngành quản lý same',
      level: null,
    });
  });

  it('that are only like a name are offered as such', () => {
    expect(
      suggested(['Mã TTHC (CSDLQG)', 'Tên các thủ tục hành chính', 'Cấp thực hiện thủ tục']),
    ).toMatchObject({
      code: 'Mã TTHC (CSDLQG) close',
      nameVi: 'Tên các thủ tục hành chính close',
      level: 'Cấp thực hiện thủ tục close',
    });
  });

  it('that compete for a field are named and none is taken', () => {
    const found = suggestColumns(FIELDS, ['Mã TTHC', 'Tên TTHC', 'Mã số TTHC']);
    expect(found[0]).toEqual({ field: 'code', column: null, certainty: 'none', rivals: [0, 2] });
    expect(found[1]).toMatchObject({ column: 1, certainty: 'same' });
  });

  it('that two fields compete for are given to neither', () => {
    const rivals = [field('first', 'Ngày ký'), field('second', 'Ngày ký')];
    expect(suggestColumns(rivals, ['Ngày ký']).map(({ column }) => column)).toEqual([null, null]);
    const alike = [field('first', 'Ngày ký văn bản'), field('second', 'Ngày ký công văn')];
    expect(suggestColumns(alike, ['Ngày ký văn'])).toMatchObject([
      { column: null, rivals: [0] },
      { column: null, rivals: [0] },
    ]);
  });
});

const anyHeading = fc.oneof(
  fc.constantFrom('STT', 'Ghi chú', ...FIELDS.flatMap(({ spellings }) => spellings)),
  fc.string({ unit: fc.constantFrom('mã', 'Tên', 'đơn', 'vị', ' ', '(', ')', 'T', 'ộ'), maxLength: 20 }),
);
const anyHeadings = fc.array(anyHeading, { maxLength: 12 });

describe('for any headings', () => {
  it('a column goes to one field at most, and only a known name is called the same', () => {
    fc.assert(
      fc.property(anyHeadings, (headings) => {
        const found = suggestColumns(FIELDS, headings);
        const taken = found.flatMap(({ column }) => (column === null ? [] : [column]));
        expect(new Set(taken).size).toBe(taken.length);
        for (const [at, { column, certainty, rivals }] of found.entries()) {
          if (column === null) continue;
          const known = FIELDS[at]?.spellings.map(plain).includes(plain(headings[column] ?? ''));
          if (certainty === 'same') expect(known).toBe(true);
          expect(rivals).toEqual([]);
        }
      }),
    );
  });

  it('a name that stands twice is taken by nobody', () => {
    fc.assert(
      fc.property(anyHeadings, (headings) => {
        for (const { column } of suggestColumns(FIELDS, headings)) {
          if (column === null || plain(headings[column] ?? '') === '') continue;
          const alike = headings.filter((heading) => plain(heading) === plain(headings[column] ?? ''));
          expect(alike.length).toBe(1);
        }
      }),
    );
  });

  it('neither the order of columns nor accents nor case matter', () => {
    const shuffled = anyHeadings.chain((headings) =>
      fc.tuple(
        fc.constant(headings),
        fc.shuffledSubarray([...headings.keys()], { minLength: headings.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([headings, order]) => {
        const bare = (text: string) =>
          text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').toUpperCase();
        const moved = suggestColumns(
          FIELDS,
          order.map((at) => bare(headings[at] ?? '')),
        );
        const back = moved.map(({ column }) => (column === null ? null : order[column]));
        expect(back).toEqual(suggestColumns(FIELDS, headings).map(({ column }) => column));
      }),
    );
  });
});
