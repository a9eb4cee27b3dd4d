import { procedureContentSchema } from '@tinhgon/rules/content';
import { costSheetSchema } from '@tinhgon/rules/cost/sheet';
import { describe, expect, it } from 'vitest';
import {
  type CostDraft,
  type CostRow,
  draftFrom,
  reckonable,
  rowsOf,
  withAmount,
  withBack,
  withKind,
  withName,
  withNew,
  withRemark,
  without,
} from './cost-draft.ts';

const wage = { parameter: 'LUONG', version: 1, dongPerHour: 50_000 };
const content = (papers: string[], feeDong: number | null) =>
  procedureContentSchema.parse({ papers: papers.map((name) => ({ name })), feeDong });
const draft = draftFrom(
  { current: content(['Tờ khai', 'Bản sao'], 20_000), proposed: content(['Tờ khai'], 20_000) },
  wage,
  'Lệ phí',
);
const rowAt = (one: CostDraft, index: number): CostRow => rowsOf(one)[index] as CostRow;
const shape = (one: CostDraft) => rowsOf(one).map(({ name, at }) => [name, at.current, at.proposed]);

describe('a cost sheet that is being filled in', () => {
  it('begins with the papers and the fee the content names', () => {
    expect(shape(draft)).toEqual([
      ['Tờ khai', 0, 0],
      ['Bản sao', 1, null],
      ['Lệ phí', 2, 1],
    ]);
    expect(reckonable(draft).complete).toBe(false);
  });

  it('leaves a line out of one side and brings it back', () => {
    const gone = without(draft, rowAt(draft, 0), ['proposed']);
    expect(shape(gone)[0]).toEqual(['Tờ khai', 0, null]);
    expect(shape(withBack(gone, rowAt(gone, 0), 'proposed'))[0]).toEqual(['Tờ khai', 0, 1]);
    expect(shape(without(draft, rowAt(draft, 0), ['current', 'proposed']))).toHaveLength(2);
  });

  it('takes a line that is left out, or becomes a fee, from those estimated anew', () => {
    const marked = { ...draft, reestimated: { lines: ['L1'], times: true, subjects: false } };
    expect(without(marked, rowAt(marked, 0), ['proposed']).reestimated).toEqual({
      lines: [],
      times: true,
      subjects: false,
    });
    const fee = withKind(marked, rowAt(marked, 0), 'fee');
    expect(fee.reestimated.lines).toEqual([]);
    expect(fee.current.lines[0]?.amount).toEqual({ by: 'dong', dong: null });
  });

  it('names and prices both sides, and gives a new line a key of its own', () => {
    let one = withNew(draft, 'trip', wage);
    const trip = rowAt(one, 3);
    one = withName(one, trip, 'Đi nộp hồ sơ');
    one = withAmount(one, rowAt(one, 3), 'current', { by: 'time', minutes: 60, wage });
    one = withAmount(one, rowAt(one, 3), 'proposed', { by: 'time', minutes: 30, wage });
    expect(shape(one)[3]).toEqual(['Đi nộp hồ sơ', 3, 2]);
    const keys = rowsOf(one).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is a sheet once nothing is missing, whatever was left out of it', () => {
    const filled: CostDraft = {
      ...draft,
      current: { ...draft.current, timesAYear: 1, subjectsAYear: 10 },
      proposed: { ...draft.proposed, timesAYear: 1, subjectsAYear: 10 },
    };
    const time = (minutes: number) => ({ by: 'time' as const, minutes, wage });
    let one = withAmount(filled, rowAt(filled, 0), 'current', time(60));
    one = withAmount(one, rowAt(one, 0), 'proposed', time(30));
    one = withAmount(one, rowAt(one, 1), 'current', time(15));
    const { sheet, complete } = reckonable(one);
    expect(complete).toBe(true);
    expect(costSheetSchema.parse(one)).toEqual(sheet);
  });

  it('tells a line that changes its name as one that goes and one that comes', () => {
    const [first, ...rest] = draft.proposed.lines;
    const renamed = { ...first, name: 'Tờ khai điện tử' } as never;
    const one = { ...draft, proposed: { ...draft.proposed, lines: [renamed, ...rest] } };
    expect(shape(one)).toEqual([
      ['Tờ khai', 0, null],
      ['Bản sao', 1, null],
      ['Lệ phí', 2, 1],
      ['Tờ khai điện tử', null, 0],
    ]);
  });

  it('has a remark on a line, the same now and as proposed, and none rather than an empty one', () => {
    const with1 = withRemark(draft, rowAt(draft, 0), 'Theo khảo sát');
    expect(rowAt(with1, 0).remark).toBe('Theo khảo sát');
    expect(with1.current.lines[0]?.remark).toBe('Theo khảo sát');
    expect(with1.proposed.lines[0]?.remark).toBe('Theo khảo sát');
    expect(withRemark(with1, rowAt(with1, 0), '')).toEqual(draft);
  });
});
