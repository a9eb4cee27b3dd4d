import type { CheckVerdict } from '../chain.ts';
import type { MeasureInput } from '../content.ts';
import { type Hash, hashOf } from '../hash.ts';
import type { PersonRef } from '../person.ts';
import type { Instant } from '../day.ts';
import type { Approval } from '../step.ts';
import type { StepKey } from '../vocabulary.ts';
import type { PlanMeasure, PlanState } from './state.ts';

/** What of a measure's text is material: a change of it after a check approved asks that check again. */
export const MATERIAL_FIELDS = ['measure', 'papers', 'timeLimit', 'feeDong', 'conditions', 'level'] as const;
/** The documents that carry it are material too, but they are state, not text; so is its cost, where it has a sheet. */
export type MaterialField = (typeof MATERIAL_FIELDS)[number] | 'documents' | 'cost';

/**
 * Digests of what is material in a measure, one for each field, so that a change can be named without the text.
 * Half a hash each: a thousand measures and their approvals must fit into one payload of 2 MiB.
 */
export type Material = Readonly<Record<(typeof MATERIAL_FIELDS)[number], string>> & {
  /** Absent without a cost sheet, so that a measure without one says what it said before there were any. */
  readonly cost?: string;
};
/** What an approval saw of one measure. */
export type SeenMeasure = Material & { readonly documents: string };

const digest = (value: unknown): string => hashOf(value).slice(0, 32);

const NOTHING = { papers: [], timeLimit: null, feeDong: null, conditions: [], level: null } as const;

type Text = Pick<MeasureInput, 'measure' | 'otherMeasures' | 'current' | 'proposed' | 'cost'>;

/**
 * Today's state of a procedure is as material as what is proposed: the saving is the difference. A side that is
 * left out says as much as one on which nothing is said.
 */
export function materialOf({ measure, otherMeasures, current, proposed, cost }: Text): Material {
  const both = (key: keyof typeof NOTHING): string =>
    digest([current, proposed].map((side) => side?.[key] ?? NOTHING[key]));
  return {
    measure: digest([measure, ...otherMeasures]),
    papers: both('papers'),
    timeLimit: both('timeLimit'),
    feeDong: both('feeDong'),
    conditions: both('conditions'),
    level: both('level'),
    ...(cost && { cost: digest(cost) }),
  };
}

/** What an approval of `measure` would see; null for one saved before its material was told apart. */
export const seenNow = (measure: PlanMeasure): SeenMeasure | null =>
  measure.material ? { ...measure.material, documents: digest(measure.documents) } : null;

/** Fields that differ from what was seen; a measure whose material is not told apart has not changed. */
export function changedFields(
  seen: Readonly<Partial<Record<MaterialField, string>>>,
  measure: PlanMeasure,
): MaterialField[] {
  const now = seenNow(measure);
  if (!now) return [];
  return ([...MATERIAL_FIELDS, 'cost', 'documents'] as const).filter((field) => seen[field] !== now[field]);
}

/** For a document that carries the measure: one digest of what is material in its text. */
export const materialHash = (measure: Pick<PlanMeasure, 'material'>): Hash | undefined =>
  measure.material && hashOf(measure.material);

/** An approval that no longer stands for some procedures, and what changed in them after it was given. */
export interface VoidedApproval {
  readonly step: StepKey;
  readonly by: PersonRef;
  readonly at: Instant;
  readonly procedures: readonly { readonly code: string; readonly fields: readonly MaterialField[] }[];
}

/** Approvals of these procedures that something material has changed under. */
export function approvalsVoided(
  state: Pick<PlanState, 'measures' | 'approvals'>,
  procedureCodes: readonly string[],
): VoidedApproval[] {
  const measures = measuresByCode(state);
  return state.approvals
    .map(({ step, by, at, items }) => ({
      step,
      by,
      at,
      procedures: procedureCodes.flatMap((code) => {
        const [seen, measure] = [items?.[code], measures.get(code)];
        const fields = seen && measure ? changedFields(seen, measure) : [];
        return fields.length > 0 ? [{ code, fields }] : [];
      }),
    }))
    .filter(({ procedures }) => procedures.length > 0);
}

/** How the approvals of each check stand for each procedure as it is now. */
export function verdicts(
  state: Pick<PlanState, 'measures' | 'approvals'>,
): (procedureCode: string, check: StepKey) => CheckVerdict {
  const measures = measuresByCode(state);
  return (procedureCode, check) => {
    const measure = measures.get(procedureCode);
    const given = state.approvals.flatMap(({ step, items }) => {
      const seen = step === check ? items?.[procedureCode] : undefined;
      return seen ? [seen] : [];
    });
    if (!measure || given.length === 0) return 'none';
    return given.some((seen) => changedFields(seen, measure).length === 0) ? 'stands' : 'fallen';
  };
}

/** Approvals without what was voided in them. */
export function withoutVoided(
  approvals: readonly Approval[],
  voided: readonly VoidedApproval[],
): readonly Approval[] {
  return approvals.map((approval) => {
    const gone = voided.find(({ step, at }) => step === approval.step && at === approval.at);
    if (!gone || !approval.items) return approval;
    const codes = new Set(gone.procedures.map(({ code }) => code));
    const items = Object.fromEntries(Object.entries(approval.items).filter(([code]) => !codes.has(code)));
    return { ...approval, items };
  });
}

/** What an approval of these procedures sees. */
export function seenItems(
  state: Pick<PlanState, 'measures'>,
  procedureCodes: readonly string[],
): Readonly<Record<string, SeenMeasure>> {
  const codes = new Set(procedureCodes);
  return Object.fromEntries(
    state.measures.flatMap((measure) => {
      const seen = codes.has(measure.procedureCode) ? seenNow(measure) : null;
      return seen ? [[measure.procedureCode, seen] as const] : [];
    }),
  );
}

const measuresByCode = ({ measures }: Pick<PlanState, 'measures'>): ReadonlyMap<string, PlanMeasure> =>
  new Map(measures.map((measure) => [measure.procedureCode, measure]));
