import { type Rejection, reject } from '../errors.ts';
import { hashOf } from '../hash.ts';
import type { PlanFacts } from './command.ts';
import type { PlanHeader, PlanMeasure, PlanState } from './state.ts';

/**
 * While only some procedures of a plan are being edited the others are being checked or carried out: what is
 * saved may change, add or leave out the `own` ones, and nothing else. Names the first field that differs.
 */
export function objectionToOthersChanged(
  state: Pick<PlanState, 'header' | 'measures'>,
  own: readonly string[],
  facts: PlanFacts,
): Rejection | null {
  const mine = new Set(own);
  const others = state.measures.filter((measure) => !mine.has(measure.procedureCode));
  if (others.length === 0) return null;
  const heading = (Object.keys(state.header) as (keyof PlanHeader)[]).find(
    (key) => hashOf(facts.header[key]) !== hashOf(state.header[key]),
  );
  if (heading) return notReturned(`content.${heading}`);
  const saved = new Map(facts.measures.map((measure, index) => [measure.procedureCode, { measure, index }]));
  for (const other of others) {
    const now = saved.get(other.procedureCode);
    if (!now) return notReturned('content.measures', other);
    if (!isSame(now.measure, other)) return notReturned(`content.measures.${now.index}`, other);
  }
  return null;
}

const notReturned = (field: string, measure?: PlanMeasure): Rejection =>
  reject('NOT_RETURNED', {
    field,
    ...(measure ? { details: { procedure: measure.procedureCode } } : {}),
  }).rejection;

const isSame = (a: PlanFacts['measures'][number], b: PlanMeasure): boolean =>
  a.hash === b.hash &&
  a.documents.length === b.documents.length &&
  a.documents.every((code) => b.documents.includes(code));
