import type { Instant } from '@tinhgon/rules/days';
import { countingMeasures, openSteps } from '@tinhgon/rules/plan/lanes';
import { handsOf } from '@tinhgon/rules/person';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { searchKey } from '../search-key.ts';
import type { Schema } from '../schema.ts';
import { type Link, type LinkChange, linkChanges, linkKey } from './link-changes.ts';

/** People who took part in a plan see it from then on. */
export function takenPart(state: PlanState): string[] {
  return [
    ...new Set([
      ...handsOf(state.createdBy),
      ...state.editors,
      ...state.finishedSteps.flatMap((step) => handsOf(step.by)),
      ...openSteps(state).flatMap((step) => (step.holder ? handsOf(step.holder) : [])),
    ]),
  ].sort();
}

export function planRow(state: PlanState): object {
  return {
    code: state.code,
    programme: state.programme,
    year: state.year,
    name: state.header.name,
    lead_agency: state.leadAgency,
    co_agencies: state.header.coAgencies,
    former_agencies: state.formerAgencies ?? [],
    phase: state.phase,
    deadline: state.header.deadline,
    content: state.content,
    editors: state.editors,
    taken_part: takenPart(state),
    search: searchKey(state.code, state.header.name),
    state,
  };
}

export function measureRows(state: PlanState): Schema['measure'][] {
  return state.measures.map((measure, ordinal) => ({
    plan_code: state.code,
    procedure_code: measure.procedureCode,
    ordinal,
    measure: measure.measure,
    documents: [...measure.documents],
  }));
}

/**
 * Links count from the measure's approval until the plan is refused or withdrawn; those of a plan that is open
 * again, until they are approved anew.
 */
function links(state: PlanState | null): Map<string, Link> {
  if (!state) return new Map();
  return new Map(
    countingMeasures(state).flatMap(({ procedureCode, measure, documents }) =>
      documents.map((documentCode) => {
        const link = {
          planCode: state.code,
          procedureCode,
          documentCode,
          measure,
          programme: state.programme,
        };
        return [linkKey(link), link] as const;
      }),
    ),
  );
}

/** Which links began or ended to be on record with an event written at `at`, undefined for now. */
export function planLinkChanges(
  before: PlanState | null,
  after: PlanState,
  at: Instant | undefined,
): LinkChange[] {
  return linkChanges(links(before), links(after), at);
}
