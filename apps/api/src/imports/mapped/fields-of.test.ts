import { plain } from '@tinhgon/rules/mapping/plain';
import { suggestColumns } from '@tinhgon/rules/mapping/suggest-columns';
import { IMPORT_KINDS } from '@tinhgon/rules/views/import';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from './fields-of.ts';

const NAMED = {
  agency: [{ code: 'BTP', name: { vi: 'Bộ Tư pháp', en: 'Ministry of Justice' }, others: [] }],
  programme: [],
};

describe.each(IMPORT_KINDS)('%s', (kind) => {
  const fields = fieldsOf(kind, NAMED);

  test.each(['vi', 'en'] as const)('the template’s own headings are known, in %s', (language) => {
    const found = suggestColumns(
      fields,
      fields.map(({ label }) => label[language]),
    );
    expect(found.filter(({ certainty }) => certainty !== 'same')).toEqual([]);
  });

  test('no name means two fields', () => {
    const owners = Map.groupBy(
      fields.flatMap(({ key, spellings }) =>
        [...new Set(spellings.map(plain))].map((name) => ({ key, name })),
      ),
      ({ name }) => name,
    );
    expect([...owners.values()].filter(({ length }) => length > 1)).toEqual([]);
  });

  test('a choice has something to choose from', () => {
    const empty = fields.filter(({ shape, choices }) => shape === 'choice' && choices.length === 0);
    expect(empty.map(({ key }) => key).filter((key) => key !== 'programme')).toEqual([]);
  });
});
