import { describe, expect, it } from 'vitest';
import {
  blankContent,
  isBlank,
  type MeasureValues,
  type PlanValues,
  planValuesSchema,
  readDraft,
  toContent,
  toStart,
  withLocked,
} from './form-values.ts';

const measure = (changes: Partial<MeasureValues> = {}): MeasureValues => ({
  procedureCode: '1.001193',
  measure: 'cut-papers',
  otherMeasures: [],
  current: blankContent(),
  proposed: blankContent(),
  cost: null,
  note: '',
  documents: [],
  ...changes,
});
const values = (changes: Partial<PlanValues> = {}): PlanValues => ({
  code: '',
  programme: '896',
  year: 2026,
  leadAgency: 'BTP',
  approvalLevel: 'minister',
  name: 'Đăng ký khai sinh',
  unit: '',
  grounds: '',
  targets: '',
  coAgencies: [],
  reviewOn: null,
  deadline: null,
  measures: [measure()],
  ...changes,
});

describe('the plan form', () => {
  it('leaves out a code and contents nobody entered', () => {
    const start = toStart(values());
    expect(start).not.toHaveProperty('code');
    expect(start.measures[0]).not.toHaveProperty('current');
    expect(start.measures[0]).not.toHaveProperty('proposed');
    expect(start.measures[0]).not.toHaveProperty('cost');
  });
  it('keeps a fee of nothing: it is something said', () => {
    const proposed = { ...blankContent(), feeDong: 0 };
    expect(toStart(values({ measures: [measure({ proposed })] })).measures[0]?.proposed?.feeDong).toBe(0);
  });
  it('sends only header and measures when a plan is saved', () => {
    expect(Object.keys(toContent(values({ code: 'BTP-2026-001' }))).toSorted()).toEqual(
      ['coAgencies', 'deadline', 'grounds', 'measures', 'name', 'reviewOn', 'targets', 'unit'].toSorted(),
    );
  });
  it('asks for a name and one procedure', () => {
    const issues = planValuesSchema.safeParse(values({ name: ' ', measures: [] })).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.')).toSorted()).toEqual(['measures', 'name']);
  });
  it('accepts a code left empty, not a wrong one', () => {
    expect(planValuesSchema.safeParse(values()).success).toBe(true);
    expect(planValuesSchema.safeParse(values({ code: 'a b' })).success).toBe(false);
  });
});

describe('a stored draft', () => {
  it('comes back whole', () => {
    const draft = { values: values({ unit: 'Cục Hộ tịch' }), names: { BTP: 'Bộ Tư pháp' } };
    expect(readDraft(JSON.parse(JSON.stringify(draft)), values())).toEqual(draft);
  });
  it('is ignored when it is something else', () => {
    expect([readDraft(null, values()), readDraft({ values: {} }, values())]).toEqual([null, null]);
  });
});

it('keeps all but what came back of a plan as it is, whatever an older draft says', () => {
  const noted = (procedureCode: string, note: string) => measure({ procedureCode, note });
  const plan = values({ name: 'Tên', measures: [noted('1', 'a'), noted('2', 'b'), noted('3', 'c')] });
  const draft = values({
    name: 'Tên trong bản nháp',
    measures: [noted('1', 'nháp'), noted('2', 'nháp'), noted('4', 'mới')],
  });
  const written = withLocked(draft, plan, new Set(['1', '3']));
  expect(written.name).toBe('Tên');
  expect(written.measures.map(({ procedureCode, note }) => [procedureCode, note])).toEqual([
    ['1', 'a'],
    ['2', 'nháp'],
    ['3', 'c'],
    ['4', 'mới'],
  ]);
  expect(withLocked(draft, plan, new Set())).toBe(draft);
});

it('content that is half typed is not blank', () => {
  const paper = { name: '', originals: 1, copies: 0 };
  expect(isBlank(blankContent())).toBe(true);
  expect(isBlank({ ...blankContent(), papers: [paper] })).toBe(false);
});
