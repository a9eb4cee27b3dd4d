import { MODES, type ProcedureContent, procedureContentSchema } from '@tinhgon/rules/content';
import { LEVELS } from '@tinhgon/rules/vocabulary';
import type { z } from 'zod';
import type { RowReader } from '../row-reader.ts';
import { textOf } from '../parse-cell.ts';
import type { Column } from '../import-kind.ts';
import type { ColumnKey } from '../words.ts';

/** Columns that say what a procedure asks of a citizen, now or as the plan proposes. */
const CURRENT = {
  steps: 'procedureSteps',
  modes: 'modes',
  papers: 'papers',
  forms: 'forms',
  timeLimitDays: 'timeLimitDays',
  timeLimitUnit: 'timeLimitUnit',
  feeDong: 'feeDong',
  conditions: 'conditions',
  result: 'result',
  legalBasis: 'legalBasis',
  level: 'level',
} as const satisfies Record<string, ColumnKey>;
type Names = Readonly<Record<keyof typeof CURRENT, ColumnKey>>;
const PROPOSED: Names = {
  steps: 'proposedSteps',
  modes: 'proposedModes',
  papers: 'proposedPapers',
  forms: 'proposedForms',
  timeLimitDays: 'proposedTimeLimitDays',
  timeLimitUnit: 'proposedTimeLimitUnit',
  feeDong: 'proposedFeeDong',
  conditions: 'proposedConditions',
  result: 'proposedResult',
  legalBasis: 'proposedLegalBasis',
  level: 'proposedLevel',
};

const EXAMPLES: Readonly<Record<keyof Names, string>> = {
  steps: 'Nộp hồ sơ; Kiểm tra; Trả kết quả',
  modes: 'Trực tiếp; Trực tuyến',
  papers: 'Tờ khai; Giấy chứng sinh',
  forms: 'Mẫu 01',
  timeLimitDays: '5',
  timeLimitUnit: 'ngày làm việc',
  feeDong: '50000',
  conditions: '',
  result: 'Giấy khai sinh',
  legalBasis: 'Luật Hộ tịch 2014',
  level: 'Xã',
};

export const contentColumns = (of: 'current' | 'proposed'): readonly Column[] =>
  Object.entries(of === 'current' ? CURRENT : PROPOSED).map(([part, key]) => ({
    key,
    example: EXAMPLES[part as keyof Names],
  }));

/** Null when the row says nothing about it. Papers are one original each unless json says otherwise. */
export function readContent(reader: RowReader, of: 'current' | 'proposed'): ProcedureContent | null {
  const names: Names = of === 'current' ? CURRENT : PROPOSED;
  // The level alone is the catalogue's, not a description of what is asked of a citizen.
  const told = Object.entries(names).filter(([part]) => of === 'proposed' || part !== 'level');
  if (!told.some(([, column]) => reader.has(column))) return null;
  const days = reader.integer(names.timeLimitDays, { min: 0, max: 3650 });
  const unit = reader.oneOf(names.timeLimitUnit, 'dayUnit', ['working', 'calendar']);
  const read = procedureContentSchema.safeParse({
    steps: reader.lines(names.steps),
    modes: reader.someOf(names.modes, 'mode', MODES),
    papers: reader.lines(names.papers).map((name) => ({ name, originals: 1, copies: 0 })),
    forms: reader.lines(names.forms),
    timeLimit: days === null ? null : { days, unit: unit ?? 'calendar' },
    feeDong: reader.integer(names.feeDong, { min: 0, max: 1_000_000_000_000 }),
    conditions: reader.lines(names.conditions),
    result: reader.text(names.result) ?? '',
    legalBasis: reader.text(names.legalBasis, 10_000) ?? '',
    level: reader.oneOf(names.level, 'level', LEVELS),
  });
  if (read.success) return read.data;
  const part = String(read.error.issues[0]?.path[0]) as keyof Names;
  reader.note(names[part] ?? names.papers, 'INVALID_INPUT');
  return null;
}

/** In json a whole content or cost sheet may stand as one object in its column. */
export function readObject<T>(reader: RowReader, column: ColumnKey, schema: z.ZodType<T>): T | null {
  const cell = reader.raw(column);
  if (cell === null) return null;
  if (typeof cell === 'object') return reader.object(column, schema);
  const json = textOf(cell);
  reader.note(column, 'code' in json ? json.code : 'INVALID_INPUT');
  return null;
}
