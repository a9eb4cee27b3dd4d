import { addDays } from '../day.ts';
import type { Delegation } from '../delegation.ts';
import { type AgencyWork, receiverOf, STAGE } from './agency-work.ts';
import type { AgencyChange } from './parameters.ts';
import type { OperationItem } from './task.ts';

/**
 * What becomes of delegations: one of single functions gives those that continue them, for the same time; one of all
 * covers them by itself. Where a person and their substitute go to different agencies it ends with the last day, as
 * nobody stands in for somebody of another agency. `continued` says which assignment goes on with which.
 */
export function delegationItems(
  change: AgencyChange,
  { delegations, people }: Pick<AgencyWork, 'delegations' | 'people'>,
  continued: ReadonlyMap<string, string>,
): OperationItem[] {
  const goesTo = (id: string): string | null =>
    people.some((person) => person.id === id) ? receiverOf(change, `person/${id}`) : null;
  return delegations.flatMap((was): OperationItem[] => {
    const subject = `delegation/${was.id}`;
    const [to, substituteTo] = [goesTo(was.personId), goesTo(was.substituteId)];
    if (to !== null && substituteTo !== null && to !== substituteTo) {
      const delegation = { ...was, to: addDays(change.effectiveOn, -1) };
      return [{ stage: STAGE.close, subject, task: { type: 'saveDelegation', delegation, was } }];
    }
    const delegation = continuing(was, continued);
    return delegation
      ? [{ stage: STAGE.open, subject, task: { type: 'saveDelegation', delegation, was } }]
      : [];
  });
}

function continuing(was: Delegation, continued: ReadonlyMap<string, string>): Delegation | null {
  if (was.assignments === null) return null;
  const added = was.assignments.flatMap((id) => continued.get(id) ?? []);
  const all = [...new Set([...was.assignments, ...added])];
  return all.length === was.assignments.length ? null : { ...was, assignments: all };
}
