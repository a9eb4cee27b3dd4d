import type { Actor } from '../actor.ts';
import { type Rejection, reject } from '../errors.ts';
import type { PersonRef } from '../person.ts';
import { isEnded, type OperationState } from './operation.ts';

interface Report {
  readonly state: OperationState;
  readonly by: Pick<PersonRef, 'id'>;
  /** Leaders by agency: of the old one until it ended, of the receiving one today. */
  readonly leaders: Readonly<Record<string, readonly string[]>>;
  readonly signatures: readonly { readonly agency: string; readonly by: Pick<PersonRef, 'id'> }[];
}

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Each agency's leader signs that everything went over; nobody signs for two, nor what they carried out. */
export function objectionToSigning(report: Report, agency: string, actor: Actor): Rejection | null {
  if (!report.leaders[agency]?.includes(actor.id)) {
    return no('NOT_YOUR_STEP', { details: { function: 'minister' } });
  }
  if (!isEnded(report.state)) return no('OPERATION_NOT_ENDED');
  if (report.by.id === actor.id) return no('FOUR_EYES');
  const signed = report.signatures.some((one) => one.agency === agency || one.by.id === actor.id);
  return signed ? no('ALREADY_SIGNED') : null;
}

/** Who leads the agency and may still sign for it; the others have signed for another one, or carried it out. */
export function isBarredFromSigning({ by, signatures }: Report, agency: string, person: string): boolean {
  return by.id === person || signatures.some((one) => one.agency !== agency && one.by.id === person);
}

/** A change of agencies is undone once, after it has ended. */
export function objectionToUndoing(
  { state, isUndone }: { readonly state: OperationState; readonly isUndone: boolean },
  actor: Actor,
): Rejection | null {
  if (!actor.roles.includes('programme-office')) return no('FORBIDDEN');
  if (!isEnded(state)) return no('OPERATION_NOT_ENDED');
  return isUndone ? no('OPERATION_UNDONE') : null;
}
