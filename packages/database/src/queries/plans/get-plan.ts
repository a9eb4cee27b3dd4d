import type { Actor } from '@tinhgon/rules/actor';
import { type PlanContent, planContentSchema } from '@tinhgon/rules/content';
import { linkedDocumentCodes, planContentHash, type PlanState } from '@tinhgon/rules/plan/state';
import type { PlanView } from '@tinhgon/rules/views/plan';
import type { Db } from '../../schema.ts';
import { contentsOf } from '../../store-content.ts';
import { agencyRefs } from '../agency-refs.ts';
import { countsOfPlans } from '../counting/counts-of-plans.ts';
import { datesOf } from '../dates/dates-of.ts';
import { documentSummaries } from '../documents/document-summaries.ts';
import { historyOf } from '../history.ts';
import { planConfirmViews } from '../remarks/confirm-views.ts';
import { remarkViews } from '../remarks/remark-views.ts';
import type { ReadOn } from '../reader.ts';
import { stepViews } from '../steps/step-views.ts';
import { pastOf } from './lineage.ts';
import { visiblePlanNames, visiblePlan } from './visible-plans.ts';

export type StoredPlan = Omit<PlanView, 'actions' | 'lanes' | 'temporalUrl'>;

/** One plan and the state its actions are reckoned from; null when it does not exist for the reader. */
export async function getPlan(
  db: Db,
  actor: Actor,
  code: string,
  on: ReadOn,
): Promise<{ state: PlanState; view: StoredPlan } | null> {
  const row = await db
    .selectFrom('plan')
    .select('state')
    .where('code', '=', code)
    .where(visiblePlan(actor))
    .executeTakeFirst();
  if (!row) return null;
  const { state } = row;
  const past = await pastOf(db, state);
  const [refOf, steps, history, contents, documents, dates] = await Promise.all([
    agencyRefs(db, [state.leadAgency, ...state.header.coAgencies]),
    stepViews(db, state, actor, on.today),
    historyOf(db, `plan/${code}`, past),
    contentsOf(db, [state.content]),
    documentSummaries(db, linkedDocumentCodes(state), on),
    datesOf(db, state, actor, on),
  ]);
  const content: PlanContent = planContentSchema.parse(contents.get(state.content));
  const [remarks, confirmable, split] = await Promise.all([
    remarkViews(db, actor, state, past),
    planConfirmViews(db, actor, state, on.today),
    splitOf(db, actor, state),
  ]);
  const view: StoredPlan = {
    code,
    programme: state.programme,
    year: state.year,
    name: state.header.name,
    leadAgency: refOf(state.leadAgency),
    coAgencies: state.header.coAgencies.map(refOf),
    unit: content.unit,
    grounds: content.grounds,
    targets: content.targets,
    approvalLevel: state.approvalLevel,
    reviewOn: state.header.reviewOn,
    deadline: state.header.deadline,
    firstDeadline: state.firstDeadline,
    dates,
    phase: state.phase,
    version: state.version,
    contentHash: planContentHash(state),
    createdBy: state.createdBy,
    steps,
    measures: await measureViews(db, state, content),
    documents,
    ...split,
    standing: state.inForce?.length ?? null,
    remarks,
    confirmable,
    history,
  };
  return { state, view };
}

/** A plan keeps its name to those who may not see it: they read its code. */
async function splitOf(
  db: Db,
  actor: Actor,
  { splitFrom, splitInto = [] }: PlanState,
): Promise<Pick<PlanView, 'splitFrom' | 'splitInto'>> {
  const codes = [...(splitFrom ? [splitFrom.code] : []), ...splitInto.map(({ code }) => code)];
  const names = await visiblePlanNames(db, actor, codes);
  const nameOf = (code: string) => names.get(code) ?? code;
  return {
    splitFrom: splitFrom ? { code: splitFrom.code, name: nameOf(splitFrom.code), at: splitFrom.at } : null,
    splitInto: splitInto.map(({ code, at, measures }) => ({
      code,
      name: nameOf(code),
      at,
      procedures: measures.length,
    })),
  };
}

async function measureViews(db: Db, state: PlanState, content: PlanContent): Promise<PlanView['measures']> {
  const codes = state.measures.map(({ procedureCode }) => procedureCode);
  const [procedures, counts] = await Promise.all([
    codes.length === 0
      ? []
      : db
          .selectFrom('procedure')
          .select(['code', 'name_vi', 'name_en', 'field', 'level'])
          .where('code', 'in', codes)
          .execute(),
    countsOfPlans(db, [state.code]),
  ]);
  const known = new Map(procedures.map((row) => [row.code, row]));
  const written = new Map(content.measures.map((measure) => [measure.procedureCode, measure]));
  const countsOn = counts.get(state.code);
  return state.measures.map(({ procedureCode, measure, documents }) => {
    const procedure = known.get(procedureCode);
    const text = written.get(procedureCode);
    return {
      procedureCode,
      name: { vi: procedure?.name_vi ?? procedureCode, en: procedure?.name_en ?? null },
      field: procedure?.field ?? null,
      level: procedure?.level ?? null,
      measure,
      otherMeasures: text?.otherMeasures ?? [],
      current: text?.current ?? null,
      proposed: text?.proposed ?? null,
      note: text?.note ?? '',
      cost: text?.cost ?? null,
      documents: [...documents],
      countsOn: countsOn?.get(procedureCode) ?? null,
    };
  });
}
