import { expect, it } from 'vitest';
import {
  measureInputSchema,
  type MeasureInput,
  planContentSchema,
  procedureContentSchema,
} from '../content.ts';
import { hashOf } from '../hash.ts';
import { changedFields, materialOf, seenNow, type SeenMeasure } from './material.ts';
import type { PlanMeasure } from './state.ts';

const content = (change: object = {}) => procedureContentSchema.parse(change);
const written = (change: Partial<MeasureInput> = {}, documents = ['TT-1']): PlanMeasure => {
  const text = { measure: 'cut-papers' as const, otherMeasures: [], ...change };
  return {
    procedureCode: '1.001',
    measure: text.measure,
    hash: hashOf(text),
    material: materialOf(text),
    documents,
  };
};
const before = { current: content({ feeDong: 8_000 }), proposed: content({ feeDong: 0 }) };
const seen = seenNow(written(before)) as SeenMeasure;
const changed = (change: Partial<MeasureInput>, documents?: string[]) =>
  changedFields(seen, written({ ...before, ...change }, documents));

it('names each material field that changed, on either side', () => {
  const proposed = (change: object) => ({ proposed: content({ feeDong: 0, ...change }) });
  expect(changed({})).toEqual([]);
  expect(changed(proposed({ papers: [{ name: 'Tờ khai' }] }))).toEqual(['papers']);
  expect(changed(proposed({ timeLimit: { days: 3, unit: 'working' } }))).toEqual(['timeLimit']);
  expect(changed(proposed({ feeDong: 1 }))).toEqual(['feeDong']);
  expect(changed(proposed({ conditions: ['Có hộ khẩu'] }))).toEqual(['conditions']);
  expect(changed(proposed({ level: 'commune' }))).toEqual(['level']);
  expect(changed({ current: content({ feeDong: 9_000 }) })).toEqual(['feeDong']);
  expect(changed({ measure: 'abolish', otherMeasures: ['put-online'] })).toEqual(['measure']);
  expect(changed({}, ['ND-2', 'TT-1'])).toEqual(['documents']);
});

it('leaves words alone that are not material, and a side that is only left out', () => {
  const words = { steps: ['Nộp'], result: 'Giấy', legalBasis: 'Luật', forms: ['Mẫu 1'], modes: ['online'] };
  expect(changed({ note: 'rõ hơn', proposed: content({ feeDong: 0, ...words }) })).toEqual([]);
  const blank = materialOf({ measure: 'abolish', otherMeasures: [], proposed: content() });
  expect(materialOf({ measure: 'abolish', otherMeasures: [] })).toEqual(blank);
});

const sheet = (dong: number): NonNullable<MeasureInput['cost']> => {
  const side = (paid: number) => ({
    lines: [{ key: 'PHI', kind: 'fee' as const, name: 'Phí', amount: { by: 'dong' as const, dong: paid } }],
    timesAYear: 1,
    subjectsAYear: 100,
  });
  return {
    current: side(20_000),
    proposed: side(dong),
    reestimated: { lines: [], times: false, subjects: false },
  };
};

it('counts a cost sheet that came, changed or went among what is material', () => {
  expect(changed({ cost: sheet(0) })).toEqual(['cost']);
  const costed = seenNow(written({ ...before, cost: sheet(0) })) as SeenMeasure;
  expect(changedFields(costed, written({ ...before, cost: sheet(0) }))).toEqual([]);
  expect(changedFields(costed, written({ ...before, cost: sheet(1) }))).toEqual(['cost']);
  expect(changedFields(costed, written(before))).toEqual(['cost']);
});

it('says of a measure without a cost sheet what it said before there were any', () => {
  const measure = { procedureCode: '1.001', measure: 'cut-papers', ...before, note: 'rõ' };
  expect(hashOf(materialOf(measureInputSchema.parse(measure)))).toBe(
    'f77252703b1d30d8f870558af96a332621854086d4bdb2ec9f3d120e4143519a',
  );
  expect(hashOf(planContentSchema.parse({ name: 'Tên', measures: [measure] }))).toBe(
    'df8180969d21a00f58aac435c54adfa3704dd30436febcc1acce20aea02c0fb7',
  );
});
