import {
  type PlanInput,
  planInputSchema,
  type ProcedureContent,
  procedureContentSchema,
  type StartPlanInput,
  startPlanSchema,
} from '@tinhgon/rules/content';
import type { CostSheet } from '@tinhgon/rules/cost/sheet';
import { codeSchema } from '@tinhgon/rules/text';
import type { CostDraft } from './cost/cost-draft.ts';
import type { MeasureKind } from '@tinhgon/rules/vocabulary';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { z } from 'zod';

/** One procedure in the form; both sides of its content are always there, blank where nothing is known. */
export interface MeasureValues {
  procedureCode: string;
  measure: MeasureKind;
  otherMeasures: MeasureKind[];
  current: ProcedureContent;
  proposed: ProcedureContent;
  /** Null without a cost sheet. */
  cost: CostDraft | null;
  note: string;
  documents: string[];
}

/** The form's fields: those of a new plan; an edited one ignores what it can no longer change. */
export interface PlanValues extends Omit<StartPlanInput, 'code' | 'measures'> {
  code: string;
  measures: MeasureValues[];
}

export const blankContent = (): ProcedureContent => procedureContentSchema.parse({});

/** Requires what a plan needs to begin: at least one procedure. */
export const planValuesSchema = z.preprocess(
  withoutEmptySheets,
  startPlanSchema.extend({
    code: z.union([z.literal(''), codeSchema]),
    measures: startPlanSchema.shape.measures.unwrap().min(1),
  }),
);

function withoutEmptySheets({ measures, ...rest }: PlanValues) {
  const told = measures.map(({ cost, ...measure }) => ({ ...measure, ...(cost && { cost }) }));
  return { ...rest, measures: told };
}

const BLANK = JSON.stringify(blankContent());
export function isBlank(content: ProcedureContent): boolean {
  const read = procedureContentSchema.safeParse(content);
  return read.success && JSON.stringify(read.data) === BLANK;
}

function measuresOf(values: PlanValues): PlanInput['measures'] {
  return values.measures.map(({ current, proposed, cost, ...measure }) => ({
    ...measure,
    ...(!isBlank(current) && { current }),
    ...(!isBlank(proposed) && { proposed }),
    // Checked with all that is sent.
    ...(cost && { cost: cost as CostSheet }),
  }));
}

/** What `plans.start` takes; without a code the server makes one. */
export function toStart(values: PlanValues): StartPlanInput {
  const { code, ...rest } = values;
  return startPlanSchema.parse({ ...rest, measures: measuresOf(values), ...(code && { code }) });
}

/** What `saveContent` takes: header and measures alone. */
export function toContent(values: PlanValues): PlanInput {
  const { name, unit, grounds, targets, coAgencies, reviewOn, deadline } = values;
  return planInputSchema.parse({
    name,
    unit,
    grounds,
    targets,
    coAgencies,
    reviewOn,
    deadline,
    measures: measuresOf(values),
  });
}

export function fromView(plan: PlanView): PlanValues {
  return {
    code: plan.code,
    programme: plan.programme,
    year: plan.year,
    leadAgency: plan.leadAgency.code,
    approvalLevel: plan.approvalLevel,
    name: plan.name,
    unit: plan.unit,
    grounds: plan.grounds,
    targets: plan.targets,
    coAgencies: plan.coAgencies.map((agency) => agency.code),
    reviewOn: plan.reviewOn,
    deadline: plan.deadline,
    measures: plan.measures.map((measure) => ({
      procedureCode: measure.procedureCode,
      measure: measure.measure,
      otherMeasures: measure.otherMeasures,
      current: measure.current ?? blankContent(),
      proposed: measure.proposed ?? blankContent(),
      cost: measure.cost,
      note: measure.note,
      documents: measure.documents,
    })),
  };
}

/**
 * What is written in a plan of which only some procedures are with the drafters: everything else stays as it is,
 * whatever an older draft says of it.
 */
export function withLocked(written: PlanValues, plan: PlanValues, locked: ReadonlySet<string>): PlanValues {
  if (locked.size === 0) return written;
  const own = new Map(written.measures.map((measure) => [measure.procedureCode, measure]));
  const known = new Set(plan.measures.map((measure) => measure.procedureCode));
  const kept = plan.measures.flatMap((measure) => {
    if (locked.has(measure.procedureCode)) return [measure];
    const mine = own.get(measure.procedureCode);
    return mine ? [mine] : [];
  });
  const added = written.measures.filter((measure) => !known.has(measure.procedureCode));
  return { ...plan, measures: [...kept, ...added] };
}

/** Words for the codes of a form, kept with its draft so that it can be shown before anything is fetched. */
export type Names = Readonly<Record<string, string>>;

export interface Draft {
  readonly values: PlanValues;
  readonly names: Names;
}

const draftSchema = z.object({
  values: z.looseObject({ measures: z.array(z.looseObject({ procedureCode: z.string() })) }),
  names: z.record(z.string(), z.string()),
});

/** A draft as it was stored, or null when it is of another shape (an older version of the form). */
export function readDraft(json: unknown, blank: PlanValues): Draft | null {
  const read = draftSchema.safeParse(json);
  if (!read.success) return null;
  const stored = read.data.values as unknown as PlanValues;
  const measures = stored.measures.map((measure) => ({
    ...measure,
    current: { ...blankContent(), ...measure.current },
    proposed: { ...blankContent(), ...measure.proposed },
    cost: measure.cost ?? null,
    otherMeasures: measure.otherMeasures ?? [],
    documents: measure.documents ?? [],
    note: measure.note ?? '',
    measure: measure.measure ?? 'amend',
  }));
  return { values: { ...blank, ...stored, measures }, names: read.data.names };
}
