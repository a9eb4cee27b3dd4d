import type { PersonRef } from '@tinhgon/rules/actor';
import { stepDefinition } from '@tinhgon/rules/chain';
import { timingOf } from '@tinhgon/rules/clock';
import { type PlanContent, planContentSchema } from '@tinhgon/rules/content';
import { dayOf, type Instant, startOfDay } from '@tinhgon/rules/days';
import { planChainId } from '@tinhgon/rules/default-chains';
import { evidencedProcedures } from '@tinhgon/rules/document/coverage';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { hashOf } from '@tinhgon/rules/hash';
import { materialOf } from '@tinhgon/rules/plan/material';
import {
  clockDates,
  type LinkedDocument,
  linkedDocumentCodes,
  planContentHash,
  type PlanMeasure,
  type PlanState,
} from '@tinhgon/rules/plan/state';
import { type FinishedStep, openStep, type OpenStep } from '@tinhgon/rules/step';
import type { TermsInUse } from '../queries/terms/terms-in-use.ts';
import type { PlanRow } from './rows.ts';

type Imported = Omit<PlanState, 'seq' | 'version'>;

/** The plan a row describes. `documents` are those its measures name, as the record has them. */
export function importedPlan(
  row: PlanRow,
  documents: ReadonlyMap<string, DocumentState>,
  people: { readonly importer: PersonRef; readonly drafter: PersonRef },
  terms: TermsInUse,
  now: Instant,
): { state: Imported; content: PlanContent } {
  const content = contentOf(row);
  const measures: PlanMeasure[] = content.measures.map((measure, index) => ({
    procedureCode: measure.procedureCode,
    measure: measure.measure,
    hash: hashOf(measure),
    material: materialOf(measure),
    documents: [...new Set(row.measures[index]?.documents)].sort(),
  }));
  const { name, unit, coAgencies, reviewOn, deadline } = content;
  const chain = terms.chain(planChainId({ approvalLevel: row.approvalLevel ?? 'minister' }), row.step);
  const header = { name, unit, coAgencies, reviewOn, deadline };
  const approved = ['approved', 'carrying-out', 'done'].includes(row.phase);
  const step = openStepOf(row, { chain, header, calendar: terms.calendar }, now);
  const state: Imported = {
    kind: 'plan',
    schemaVersion: 1,
    rulesVersion: 1,
    code: row.code,
    programme: row.programme,
    year: row.year,
    leadAgency: row.leadAgency,
    approvalLevel: row.approvalLevel ?? 'minister',
    header,
    firstDeadline: deadline,
    chain,
    calendar: terms.calendar,
    phase: row.phase,
    createdBy: people.drafter,
    editors: [people.drafter.id],
    content: hashOf(content),
    measures,
    step,
    finishedSteps: row.phase === 'returned' && step ? [returnedAt(step, people.importer)] : [],
    approvals: [],
    documents: {},
  };
  if (!approved) return { state, content };
  const approval = {
    step: 'plan-approval' as const,
    by: people.importer,
    at: startOfDay(row.approvedOn ?? dayOf(now)),
    contentHash: planContentHash(state),
  };
  return {
    content,
    state: {
      ...state,
      approvals: row.approvedOn === undefined ? [] : [approval],
      documents: linked(state, documents),
    },
  };
}

function contentOf(row: PlanRow): PlanContent {
  return planContentSchema.parse({
    name: row.name,
    unit: row.unit ?? '',
    grounds: row.grounds ?? '',
    targets: row.targets ?? '',
    coAgencies: row.coAgencies,
    reviewOn: row.reviewOn ?? null,
    deadline: row.deadline ?? null,
    measures: row.measures.map(({ documents: _documents, ...measure }) => measure),
  });
}

function openStepOf(
  row: PlanRow,
  { chain, header, calendar }: Pick<PlanState, 'chain' | 'header' | 'calendar'>,
  now: Instant,
): OpenStep | null {
  const key = row.step ?? (row.phase === 'drafting' || row.phase === 'returned' ? 'review' : undefined);
  if (key === undefined) return null;
  const since = row.stepSince ? startOfDay(row.stepSince) : now;
  const definition = stepDefinition(chain, key);
  const step = openStep(definition, row.leadAgency, since, clockDates(header), calendar);
  const dueOn = row.dueOn ?? step.dueOn;
  return { ...step, dueOn, timing: timingOf(dueOn, dayOf(now), calendar) };
}

/** A returned plan came back from a check on the day its open step began. */
const returnedAt = (step: OpenStep, by: PersonRef): FinishedStep => ({
  key: 'quality-check',
  openedAt: step.openedAt,
  dueOn: null,
  finishedAt: step.openedAt,
  by,
  outcome: 'returned',
});

function linked(
  state: Pick<PlanState, 'measures'>,
  documents: ReadonlyMap<string, DocumentState>,
): Record<string, LinkedDocument> {
  return Object.fromEntries(
    linkedDocumentCodes(state).flatMap((code) => {
      const document = documents.get(code);
      if (!document) return [];
      const own = state.measures
        .filter((measure) => measure.documents.includes(code))
        .map(({ procedureCode, measure, hash }) => ({ procedureCode, measure, hash }));
      // The evidence counts for the plan whether or not the document has heard of it yet.
      const heard = { ...document, links: { own: { seq: 0, approved: true, editors: [], measures: own } } };
      const news: LinkedDocument = {
        seq: document.seq,
        phase: document.phase,
        steps: document.steps.map(({ key, dueOn }) => ({ key, dueOn })),
        inForceOn: document.promulgation?.inForceOn ?? null,
        evidenced: evidencedProcedures(heard),
      };
      return [[code, news]];
    }),
  );
}
