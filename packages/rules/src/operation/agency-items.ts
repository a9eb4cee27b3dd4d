import { wholeMove } from '../agency-move.ts';
import { addDays, type LegalDate, laterOf } from '../day.ts';
import type { Agency, Assignment } from '../views/catalogue.ts';
import { type AgencyWork, receiverOf, STAGE } from './agency-work.ts';
import { delegationItems } from './delegation-items.ts';
import type { AgencyChange } from './parameters.ts';
import type { OperationItem } from './task.ts';

/**
 * Everything a change of agencies does, in its order. `idOf` names the assignment that continues another; it gives
 * the same each time.
 */
export function agencyItems(
  change: AgencyChange,
  work: AgencyWork,
  idOf: (continued: string) => string,
): OperationItem[] {
  const { from, to, effectiveOn, newAgency, newName } = change;
  if (newName) return work.agencies.map((agency) => renamed(agency, newName, effectiveOn));
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
  /** Which assignment goes on with what another gave. */
  const continued = new Map<string, string>();
  for (const held of moving) {
    const agency = receiverOf(change, `person/${held.personId}`);
    const same = work.receiving.find((other) => covers(other, held, agency));
    continued.set(held.id, same?.id ?? idOf(held.id));
    if (same) continue;
    const assignment = { ...held, id: idOf(held.id), agency, from: laterOf(held.from, effectiveOn) };
    items.push({
      stage: STAGE.open,
      subject: `assignment/${assignment.id}`,
      task: { type: 'saveAssignment', assignment, was: null },
    });
  }
  items.push(...delegationItems(change, work, continued));
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
    for (const code of new Set(agencies.filter((one) => from.includes(one) && one !== receiver))) {
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

/** The same agency under another name from a day on; everything that stands under its code stays there. */
function renamed(
  agency: Agency,
  name: NonNullable<AgencyChange['newName']>,
  effectiveOn: LegalDate,
): OperationItem {
  const { nameVi, nameEn, formerNames = [] } = agency;
  const former = [...formerNames, { nameVi, nameEn, until: addDays(effectiveOn, -1) }];
  return {
    stage: STAGE.open,
    subject: `agency/${agency.code}`,
    task: { type: 'saveAgency', agency: { ...agency, ...name, formerNames: former }, was: agency },
  };
}
