import { planContentSchema } from '@tinhgon/rules/content';
import { expect, test } from 'vitest';
import { compareSavings, type Saving } from './compare-savings.ts';

const saving = (change: object, measures: object[], documents: string[] = ['TT-1']): Saving => {
  const content = planContentSchema.parse({ name: 'Phương án', ...change, measures });
  return { content, measures: content.measures.map(({ procedureCode }) => ({ procedureCode, documents })) };
};
const cut = (procedureCode: string, feeDong: number) => ({
  procedureCode,
  measure: 'cut-papers',
  proposed: { feeDong },
});

test('nothing changed is nothing said', () => {
  const unchanged = { header: [], measures: [] };
  expect(compareSavings(saving({}, [cut('1', 5)]), saving({}, [cut('1', 5)]))).toEqual(unchanged);
});

test('names what changed, was added and removed', () => {
  const before = saving({}, [cut('1', 5), cut('2', 5)]);
  const after = saving({ name: 'Tên khác' }, [cut('1', 7), cut('3', 5)], ['TT-2']);
  const measure = 'cut-papers';
  expect(compareSavings(before, after)).toEqual({
    header: ['name'],
    measures: [
      { procedureCode: '1', change: 'changed', measure, fields: ['proposed.feeDong', 'documents'] },
      { procedureCode: '3', change: 'added', measure, fields: [] },
      { procedureCode: '2', change: 'removed', measure, fields: [] },
    ],
  });
});
