import { isDecidedAt } from '@tinhgon/rules/document/step-for';
import { stepDefinition } from '@tinhgon/rules/chain';
import { linkedProcedures } from '@tinhgon/rules/document/coverage';
import { allEditors, type DocumentState } from '@tinhgon/rules/document/state';
import { lanesOf } from '@tinhgon/rules/plan/lanes';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { FinishedStep, OpenStep } from '@tinhgon/rules/step';
import type { Schema } from '../schema.ts';

type StepRow = Schema['step_run'];

export function planStepRows(state: PlanState): StepRow[] {
  const lanes = lanesOf(state);
  const about = new Map(lanes.map(({ step, procedureCodes }) => [step.key, procedureCodes.length]));
  const open = lanes.map((lane) => lane.step);
  const steps = rows(state, open, state.editors, (step) => {
    if (!('finishedAt' in step)) return about.get(step.key) ?? 0;
    return step.procedureCodes?.length ?? state.measures.length;
  });
  // What was finished before it was split off is on record once, with the plan it was split off.
  return steps.slice(state.splitFrom?.sharedSteps ?? 0);
}

export function documentStepRows(state: DocumentState): StepRow[] {
  const procedures = linkedProcedures(state).length;
  return rows(state, state.steps, allEditors(state), () => procedures);
}

function rows(
  state: PlanState | DocumentState,
  open: readonly OpenStep[],
  editors: readonly string[],
  procedures: (step: OpenStep | FinishedStep) => number,
): StepRow[] {
  const common = (step: OpenStep | FinishedStep, run: number) => {
    const definition = stepDefinition(state.chain, step.key);
    return {
      subject: `${state.kind}/${state.code}`,
      kind: state.kind,
      code: state.code,
      run,
      step: step.key,
      number: definition.number,
      step_kind: definition.kind,
      function: definition.function,
      agency: definition.scope === 'national' ? null : state.leadAgency,
      opened_at: step.openedAt,
      due_on: step.dueOn,
      procedures: procedures(step),
    };
  };
  const finished = state.finishedSteps.map((step, index) => ({
    ...common(step, index),
    finished_at: step.finishedAt,
    holder_id: step.by.id,
    holder_name: step.by.name,
    on_behalf_of: step.by.onBehalfOf ?? null,
    returned: step.outcome === 'returned',
    barred: [],
  }));
  const opened = open.map((step, index) => ({
    ...common(step, finished.length + index),
    agency: step.agency,
    finished_at: null,
    holder_id: step.holder?.id ?? null,
    holder_name: step.holder?.name ?? null,
    on_behalf_of: step.holder?.onBehalfOf ?? null,
    returned: state.finishedSteps.some(
      (last) => last.outcome === 'returned' && last.finishedAt === step.openedAt,
    ),
    // In an order of its own: the links of a document have another one once they were stored as JSON.
    barred: isDecidedAt(step) ? [...editors].sort() : [],
  }));
  return [...finished, ...opened];
}
