import { type LegalDate, laterOf } from '../day.ts';
import type { Destination, LeavingAssignment } from '../leaving.ts';
import type { Assignment } from '../views/catalogue.ts';
import type { StepKey, Subject } from '../vocabulary.ts';
import type { OperationItem } from './task.ts';

/** What hangs on somebody who leaves, and where each open step goes. */
export interface LeavingWork {
  readonly personId: string;
  readonly active: boolean;
  /** Steps they have claimed. */
  readonly steps: readonly {
    readonly subject: Subject;
    readonly code: string;
    readonly step: StepKey;
    readonly goesTo: Destination;
  }[];
  readonly assignments: readonly (LeavingAssignment &
    Pick<Assignment, 'from' | 'to'> & { readonly successor: string | null })[];
  /** Ids of delegations given and received that are not over. */
  readonly delegations: readonly string[];
}

const STAGE = { succeed: 1, end: 2, passOn: 3, close: 4 } as const;

/**
 * Everything that happens when somebody leaves, in its order: successors first, then the person can no longer act,
 * then what they had claimed goes where it is to go, then assignments and delegations end. `idOf` names the
 * assignment that continues another; it gives the same each time.
 */
export function leavingItems(
  { personId, active, steps, assignments, delegations }: LeavingWork,
  today: LegalDate,
  idOf: (continued: string) => string,
): OperationItem[] {
  const items: OperationItem[] = [];
  for (const { id, successor, function: held, agency } of assignments) {
    if (successor === null) continue;
    const next = { id: idOf(id), personId: successor, function: held, agency, from: today, to: null };
    const task = { type: 'saveAssignment', assignment: next, was: null } as const;
    items.push({ stage: STAGE.succeed, subject: `assignment/${next.id}`, task });
  }
  if (active) {
    items.push({ stage: STAGE.end, subject: `person/${personId}`, task: { type: 'deactivatePerson' } });
  }
  for (const { subject, code, step, goesTo } of steps) {
    const to = goesTo?.kind === 'person' ? goesTo.personId : null;
    const task = { type: 'passOnStep', step, from: personId, to } as const;
    items.push({ stage: STAGE.passOn, subject: `${subject}/${code}`, task });
  }
  for (const { successor: _successor, ...held } of assignments) {
    const was = { ...held, personId };
    const assignment = { ...was, to: laterOf(today, held.from) };
    items.push({
      stage: STAGE.close,
      subject: `assignment/${held.id}`,
      task: { type: 'saveAssignment', assignment, was },
    });
  }
  for (const id of delegations) {
    items.push({ stage: STAGE.close, subject: `delegation/${id}`, task: { type: 'revokeDelegation' } });
  }
  return items;
}
