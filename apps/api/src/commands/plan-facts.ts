import type { MeasureInput, PlanContent, PlanInput } from '@tinhgon/rules/content';
import { hashOf } from '@tinhgon/rules/hash';
import type { PlanFacts } from '@tinhgon/rules/plan/command';
import { materialOf } from '@tinhgon/rules/plan/material';

/** Splits what a client sent into the content that is stored and the small facts that travel. */
export function planFacts(input: PlanInput): { readonly content: PlanContent; readonly facts: PlanFacts } {
  const { name, unit, grounds, targets, coAgencies, reviewOn, deadline } = input;
  const measures = input.measures.map(({ documents: _links, ...measure }) => measure);
  const content = { name, unit, grounds, targets, coAgencies, reviewOn, deadline, measures };
  return {
    content,
    facts: {
      content: hashOf(content),
      header: { name, unit, coAgencies, reviewOn, deadline },
      measures: input.measures.map(measureFacts),
    },
  };
}

function measureFacts({ documents, ...measure }: MeasureInput): PlanFacts['measures'][number] {
  return {
    procedureCode: measure.procedureCode,
    measure: measure.measure,
    hash: hashOf(measure),
    material: materialOf(measure),
    documents: [...new Set(documents)].sort(),
  };
}
