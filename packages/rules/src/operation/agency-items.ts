import { type Agencies, mirroredMove, wholeMove } from '../agency-move.ts';
import { addDays, type LegalDate, laterOf } from '../day.ts';
import type { Agency, Assignment } from '../views/catalogue.ts';
import type { AgencyChange } from './parameters.ts';
import type { OperationItem } from './task.ts';

/** What is found under the agencies whose work goes elsewhere. */
export interface AgencyWork {
  readonly agencies: readonly Agency[];
  /** Agencies that belong to one of them. */
  readonly children: readonly Agency[];
  /** Functions held for one of them on the day or later. */
  readonly assignments: readonly Assignment[];
  /** Functions held for the receiving agencies. */
  readonly receiving: readonly Assignment[];
  readonly people: readonly { readonly id: string; readonly agency: string }[];
  /** Open plans and documents that one of them leads or co-ordinates, and who holds their open steps. */
  readonly subjects: readonly {
    readonly subject: string;
    readonly agencies: readonly string[];
    readonly holders: readonly string[];
  }[];
  readonly procedures: readonly { readonly code: string; readonly ministry: string }[];
}

/** Functions are held at the receiving agency before anything arrives there, and at the old one until all has left. */
export const STAGE = { open: 1, end: 2, move: 3, close: 4 } as const;

/** Who receives a plan, document or person. */
export const receiverOf = (
  { to, assigned }: Pick<AgencyChange, 'to' | 'assigned'>,
  subject: string,
): string => assigned[subject] ?? to[0] ?? '';

/**
 * Everything a change of agencies does, in its order. `idOf` names the assignment that continues another; it gives
 * the same each time.
 */
export function agencyItems(
  change: AgencyChange,
  work: AgencyWork,
  idOf: (continued: string) => string,
): OperationItem[] {
  const { from, to, effectiveOn, newAgency } = change;
  const lastDay = addDays(effectiveOn, -1);
  const leaves = (code: string): boolean => from.includes(code) && !to.includes(code);
  const items: OperationItem[] = [];
  if (newAgency) {
    items.push({
      stage: STAGE.open,
      subject: `agency/${newAgency.code}`,
      task: { type: 'saveAgency', agency: newAgency, was: null },
    });
  }
  const moving = work.assignments.filter(
    ({ personId, agency }) => agency !== null && receiverOf(change, `person/${personId}`) !== agency,
  );
  for (const held of moving) {
    const agency = receiverOf(change, `person/${held.personId}`);
    if (work.receiving.some((other) => covers(other, held, agency))) continue;
    const assignment = { ...held, id: idOf(held.id), agency, from: laterOf(held.from, effectiveOn) };
    items.push({
      stage: STAGE.open,
      subject: `assignment/${assignment.id}`,
      task: { type: 'saveAssignment', assignment, was: null },
    });
  }
  for (const agency of work.agencies.filter(({ code }) => leaves(code))) {
    items.push({
      stage: STAGE.end,
      subject: `agency/${agency.code}`,
      task: { type: 'saveAgency', agency: { ...agency, to: lastDay, successor: to[0] ?? null }, was: agency },
    });
  }
  for (const child of work.children.filter(({ parent }) => parent !== null && leaves(parent))) {
    if (to.includes(child.code)) continue;
    items.push({
      stage: STAGE.end,
      subject: `agency/${child.code}`,
      task: { type: 'saveAgency', agency: { ...child, parent: to[0] ?? null }, was: child },
    });
  }
  for (const { subject, agencies, holders } of work.subjects) {
    const receiver = receiverOf(change, subject);
    for (const code of agencies.filter((one) => from.includes(one) && one !== receiver)) {
      const released = holders.some((id) => receiverOf(change, `person/${id}`) !== receiver);
      items.push({
        stage: STAGE.move,
        subject,
        task: {
          type: 'moveAgency',
          move: wholeMove(code, receiver),
          ...(released ? { releaseHolder: true } : {}),
        },
      });
    }
  }
  for (const held of moving) {
    items.push({
      stage: STAGE.close,
      subject: `assignment/${held.id}`,
      task: { type: 'saveAssignment', assignment: { ...held, to: lastDay }, was: held },
    });
  }
  for (const { id, agency } of work.people) {
    const receiver = receiverOf(change, `person/${id}`);
    if (receiver === agency) continue;
    items.push({
      stage: STAGE.close,
      subject: `person/${id}`,
      task: { type: 'movePerson', from: agency, to: receiver },
    });
  }
  for (const { code, ministry } of work.procedures.filter((one) => leaves(one.ministry))) {
    items.push({
      stage: STAGE.close,
      subject: `procedure/${code}`,
      task: { type: 'moveProcedure', from: ministry, ministry: to[0] ?? '', ministryFrom: effectiveOn },
    });
  }
  return items;
}

/** Whether the person holds the same at the receiving agency already, for at least as long. */
const covers = (other: Assignment, held: Assignment, agency: string): boolean =>
  other.personId === held.personId &&
  other.function === held.function &&
  other.agency === agency &&
  (other.to === null || (held.to !== null && other.to >= held.to));

/**
 * What undoes `item`, which was done; `today` is the day of the undoing. `before` says under which agencies a plan or
 * document stood when it was moved.
 */
export function mirrorItem(
  { stage, subject, task }: OperationItem,
  today: LegalDate,
  before: Agencies | null,
): OperationItem | null {
  const yesterday = addDays(today, -1);
  switch (task.type) {
    case 'saveAgency': {
      const { agency, was } = task;
      return was
        ? { stage: STAGE.open, subject, task: { type: 'saveAgency', agency: was, was: agency } }
        : {
            stage: STAGE.close,
            subject,
            task: { type: 'saveAgency', agency: { ...agency, to: yesterday }, was: agency },
          };
    }
    case 'saveAssignment': {
      const { assignment, was } = task;
      return was
        ? { stage: STAGE.open, subject, task: { type: 'saveAssignment', assignment: was, was: assignment } }
        : {
            stage: STAGE.close,
            subject,
            task: {
              type: 'saveAssignment',
              assignment: { ...assignment, to: yesterday },
              was: assignment,
            },
          };
    }
    case 'movePerson':
      return { stage, subject, task: { type: 'movePerson', from: task.to, to: task.from } };
    case 'moveProcedure':
      return { stage, subject, task: { ...task, from: task.ministry, ministry: task.from } };
    case 'moveAgency':
      return (
        before && { stage, subject, task: { type: 'moveAgency', move: mirroredMove(task.move, before) } }
      );
    default:
      return null;
  }
}
