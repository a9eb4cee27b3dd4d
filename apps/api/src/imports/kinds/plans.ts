import type { PlanMeasureRow, PlanRow } from '@tinhgon/database/imports/rows';
import { procedureContentSchema } from '@tinhgon/rules/content';
import { costSheetSchema } from '@tinhgon/rules/cost/sheet';
import { wrongWage } from '@tinhgon/rules/cost/wages-named';
import { NAME_MAX, PARAGRAPH_MAX } from '@tinhgon/rules/text';
import {
  APPROVAL_LEVELS,
  isClosed,
  MEASURES,
  PLAN_PHASES,
  PLAN_STEPS,
  type PlanStepKey,
} from '@tinhgon/rules/vocabulary';
import type { Column, KindOfImport, Surroundings } from '../import-kind.ts';
import type { RowReader } from '../row-reader.ts';
import {
  checkAgency,
  inOrder,
  knownAgency,
  knownDrafter,
  knownProcedure,
  knownProgramme,
  pastDate,
} from './check-codes.ts';
import { given } from './given.ts';
import { contentColumns, readContent, readObject } from './read-content.ts';

export type PlanLine = Omit<PlanRow, 'measures'> & { readonly measure: PlanMeasureRow };

const MEASURE_COLUMNS: readonly Column[] = [
  { key: 'procedureCode', required: true, example: '1.001193' },
  { key: 'measure', required: true, example: 'cắt giảm thành phần hồ sơ' },
  { key: 'otherMeasures', example: '' },
  { key: 'documents', example: 'TT-BTP-2026-01' },
  { key: 'note', example: '' },
  ...contentColumns('current'),
  ...contentColumns('proposed'),
  { key: 'current', rare: true, example: '' },
  { key: 'proposed', rare: true, example: '' },
  { key: 'cost', rare: true, example: '' },
];

/** Simplification plans: one line for each procedure, those of one plan below each other. */
export const plans: KindOfImport<'plans', PlanLine> = {
  kind: 'plans',
  columns: [
    { key: 'code', required: true, example: 'BTP-2026-001' },
    { key: 'programme', required: true, example: '896' },
    { key: 'year', required: true, example: '2026' },
    { key: 'name', required: true, example: 'Đơn giản hóa thủ tục hộ tịch' },
    { key: 'leadAgency', required: true, example: 'BTP' },
    { key: 'coAgencies', example: 'BCA' },
    { key: 'unit', example: 'Cục Hành chính tư pháp' },
    { key: 'grounds', example: '' },
    { key: 'targets', example: '' },
    { key: 'reviewOn', example: '' },
    { key: 'deadline', example: '31/12/2026' },
    { key: 'approvalLevel', example: 'Bộ trưởng' },
    { key: 'phase', example: 'đang soạn thảo' },
    { key: 'step', example: 'Rà soát, tính chi phí tuân thủ' },
    { key: 'stepSince', example: '01/10/2026' },
    { key: 'dueOn', example: '' },
    { key: 'drafter', rare: true, example: '' },
    { key: 'approvedOn', rare: true, example: '' },
    ...MEASURE_COLUMNS,
  ],
  continues: { by: 'code', own: MEASURE_COLUMNS.map(({ key }) => key) },
  read(reader, around) {
    const plan = readPlan(reader, around);
    const measure = readMeasure(reader, around);
    return plan && measure && { ...plan, measure };
  },
  key: ({ code, measure }) => `${code} ${measure.procedureCode}`,
  keyColumn: 'procedureCode',
  gather(lines) {
    const byCode = Map.groupBy(lines, ({ code }) => code);
    return [...byCode.values()].map((own) => {
      const { measure: _, ...plan } = own[0] as PlanLine;
      return { ...plan, measures: own.map(({ measure }) => measure) };
    });
  },
};

function readPlan(reader: RowReader, around: Surroundings): Omit<PlanRow, 'measures'> | null {
  const code = reader.require('code', reader.code('code'));
  const programme = knownProgramme(reader, around);
  const year = reader.require('year', reader.integer('year', { min: 1990, max: 2100 }));
  const name = reader.require('name', reader.text('name', NAME_MAX));
  const step = reader.oneOf('step', 'step', PLAN_STEPS);
  const phase =
    reader.oneOf('phase', 'phase', PLAN_PHASES) ??
    (step === null || step === 'review' ? 'drafting' : 'submitted');
  const stepSince = pastDate(reader, 'stepSince', around);
  const leadAgency = knownAgency(reader, 'leadAgency', around, isClosed(phase) ? stepSince : around.today);
  const coAgencies = reader.codes('coAgencies');
  for (const agency of coAgencies) checkAgency(reader, 'coAgencies', agency, around.known, null);
  const header = {
    unit: reader.text('unit'),
    grounds: reader.text('grounds', PARAGRAPH_MAX),
    targets: reader.text('targets', PARAGRAPH_MAX),
    coAgencies,
    reviewOn: reader.date('reviewOn'),
    deadline: reader.date('deadline'),
  };
  inOrder(reader, header.reviewOn, 'deadline', header.deadline);
  const dueOn = reader.date('dueOn');
  inOrder(reader, stepSince, 'dueOn', dueOn);
  const approvalLevel = reader.oneOf('approvalLevel', 'approvalLevel', APPROVAL_LEVELS) ?? 'minister';
  const open = { step: stepAt(phase, step), stepSince, dueOn };
  const record = {
    drafter: knownDrafter(reader, around),
    approvedOn: pastDate(reader, 'approvedOn', around),
  };
  if (!stepFits(phase, step)) reader.note(step === null ? 'phase' : 'step', 'CONFLICT');
  if (step !== null && !reader.has('stepSince')) reader.note('stepSince', 'REQUIRED');
  if (code === null || programme === null || year === null || name === null || leadAgency === null)
    return null;
  return given({
    code,
    programme,
    year,
    name,
    leadAgency,
    approvalLevel,
    phase,
    ...header,
    ...open,
    ...record,
  });
}

const stepAt = (phase: PlanRow['phase'], step: PlanStepKey | null): PlanStepKey | null =>
  step ?? (phase === 'drafting' || phase === 'returned' ? 'review' : null);

/** Drafting and returned plans stand at the review, submitted ones at a check, all others at no step. */
function stepFits(phase: PlanRow['phase'], step: PlanStepKey | null): boolean {
  if (phase === 'drafting' || phase === 'returned') return step === null || step === 'review';
  if (phase === 'submitted') return step === 'quality-check' || step === 'plan-approval';
  return step === null;
}

function readMeasure(reader: RowReader, around: Surroundings): PlanMeasureRow | null {
  const procedureCode = knownProcedure(reader, around);
  const measure = reader.require('measure', reader.oneOf('measure', 'measure', MEASURES));
  const documents = reader.codes('documents');
  if (documents.some((code) => !around.known.documents.has(code)))
    reader.note('documents', 'UNKNOWN_DOCUMENT');
  const cost = readObject(reader, 'cost', costSheetSchema);
  if (cost && wrongWage(cost, around.known.wages)) reader.note('cost', 'UNKNOWN_WAGE');
  const more = {
    otherMeasures: reader.someOf('otherMeasures', 'measure', MEASURES),
    documents: documents.toSorted(),
    current: readObject(reader, 'current', procedureContentSchema) ?? readContent(reader, 'current'),
    proposed: readObject(reader, 'proposed', procedureContentSchema) ?? readContent(reader, 'proposed'),
    cost,
    note: reader.text('note', PARAGRAPH_MAX),
  };
  return procedureCode === null || measure === null ? null : given({ procedureCode, measure, ...more });
}
