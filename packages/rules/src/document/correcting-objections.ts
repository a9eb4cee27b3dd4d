import type { Actor } from '../actor.ts';
import type { LegalDate } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';
import { objectionIn } from '../policy.ts';
import { wayToCorrect } from './acting.ts';
import type { StampedDocumentCommand } from './command.ts';
import { coverage } from './coverage.ts';
import { covers, inForceOrder, notBefore, notInFuture } from './evidence-fits.ts';
import { type DocumentState, type Evidence, evidenceOf } from './state.ts';

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** Correcting needs something on record, and somebody who may. */
export const objectionToCorrecting = (state: DocumentState, actor: Actor): Rejection | null =>
  evidenceOf(state).length === 0 ? no('STEP_NOT_OPEN') : objectionIn(wayToCorrect(state, actor));

/** Why a correction that was asked for cannot be confirmed or turned down. */
export function objectionToConfirming(
  state: DocumentState,
  command: Extract<StampedDocumentCommand, { type: 'confirmCorrection' }>,
  today: LegalDate,
): Rejection | null {
  const asked = state.corrections.find(({ id }) => id === command.correctionId);
  if (!asked) return no('NOT_FOUND', { field: 'correctionId' });
  if (!command.accept) return null;
  const way = wayToCorrect(state, command.actor, asked.askedBy);
  if (!way.ok) return way.rejection;
  // Other evidence may have come since it was asked for.
  return objectionToCorrection({ ...state, corrections: [] }, asked, today);
}

/** The new values of evidence, as asked for by a command or as kept until they are confirmed. */
interface AskedCorrection {
  readonly evidenceId: string;
  readonly number?: string | undefined;
  readonly date?: LegalDate | undefined;
  readonly inForceOn?: LegalDate | undefined;
  readonly procedureCodes?: readonly string[] | undefined;
}

/** Why wrong evidence cannot be given these values. */
export function objectionToCorrection(
  state: DocumentState,
  command: AskedCorrection,
  today: LegalDate,
): Rejection | null {
  const evidence = evidenceOf(state).find(({ id }) => id === command.evidenceId);
  if (!evidence) return no('UNKNOWN_EVIDENCE', { field: 'evidenceId' });
  if (state.corrections.some(({ evidenceId }) => evidenceId === command.evidenceId))
    return no('CORRECTION_PENDING');
  const { number, date, inForceOn, procedureCodes } = command;
  if (number === undefined && date === undefined && inForceOn === undefined && procedureCodes === undefined) {
    return no('INVALID_INPUT', { field: 'date' });
  }
  if (inForceOn !== undefined && evidence.kind !== 'promulgation')
    return no('INVALID_INPUT', { field: 'inForceOn' });
  if (procedureCodes !== undefined && evidence.kind === 'promulgation') {
    return no('INVALID_INPUT', { field: 'procedureCodes' });
  }
  const late = date === undefined ? null : notInFuture(date, today, 'date');
  if (late) return late;
  if (evidence.kind === 'promulgation') {
    const signedOn = date ?? evidence.signedOn;
    const after = [
      ...state.announcements.map((one) => one.signedOn),
      ...state.databaseEntries.map((one) => one.enteredOn),
      ...state.displays.map((one) => one.displayedOn),
    ].toSorted()[0];
    if (after !== undefined && signedOn > after)
      return no('DATE_ORDER', { field: 'date', details: { latest: after } });
    return inForceOrder(signedOn, inForceOn ?? evidence.inForceOn);
  }
  const early = date === undefined ? null : notBefore(date, state.promulgation?.signedOn, 'date');
  if (early) return early;
  const { linked } = coverage(state);
  const others = coveredByOthers(state, evidence);
  return covers(procedureCodes ?? [], (code) =>
    !linked.includes(code) ? 'NOT_LINKED' : others.has(code) ? 'ALREADY_RECORDED' : null,
  );
}

const coveredByOthers = (state: DocumentState, evidence: Evidence): ReadonlySet<string> =>
  new Set(
    evidenceOf(state).flatMap((other) =>
      other.kind === evidence.kind && other.id !== evidence.id && 'procedureCodes' in other
        ? other.procedureCodes
        : [],
    ),
  );
