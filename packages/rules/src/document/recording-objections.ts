import { dayOf, type Instant, type LegalDate } from '../day.ts';
import type { Rejection } from '../errors.ts';
import { assertNever } from '../vocabulary.ts';
import type { StampedDocumentCommand } from './command.ts';
import { coverage } from './coverage.ts';
import { covers, inForceOrder, notBefore, notInFuture } from './evidence-fits.ts';
import type { DocumentState } from './state.ts';

type Recording = Extract<
  StampedDocumentCommand,
  { type: 'recordPromulgation' | 'recordAnnouncement' | 'recordDatabaseEntry' | 'recordDisplay' }
>;

/** Why evidence does not fit what is on record: its days follow each other, and nothing is recorded twice. */
export function objectionToRecording(
  state: DocumentState,
  command: Recording,
  now: Instant,
): Rejection | null {
  const today = dayOf(now);
  const { linked, announced, inDatabase, displayed } = coverage(state);
  switch (command.type) {
    case 'recordPromulgation':
      return (
        notInFuture(command.signedOn, today, 'signedOn') ?? inForceOrder(command.signedOn, command.inForceOn)
      );
    case 'recordAnnouncement':
      return (
        notInFuture(command.signedOn, today, 'signedOn') ??
        notBefore(command.signedOn, state.promulgation?.signedOn, 'signedOn') ??
        covers(command.procedureCodes, (code) =>
          !linked.includes(code) ? 'NOT_LINKED' : announced.has(code) ? 'ALREADY_RECORDED' : null,
        )
      );
    case 'recordDatabaseEntry':
      return (
        notInFuture(command.enteredOn, today, 'enteredOn') ??
        notBefore(command.enteredOn, state.promulgation?.signedOn, 'enteredOn') ??
        notBefore(command.enteredOn, announcedLast(state, command.procedureCodes), 'enteredOn') ??
        covers(command.procedureCodes, (code) =>
          !announced.has(code) ? 'NOT_ANNOUNCED' : inDatabase.has(code) ? 'ALREADY_RECORDED' : null,
        )
      );
    case 'recordDisplay':
      return (
        notInFuture(command.displayedOn, today, 'displayedOn') ??
        notBefore(command.displayedOn, state.promulgation?.signedOn, 'displayedOn') ??
        covers(command.procedureCodes ?? [], (code) =>
          !inDatabase.has(code) ? 'NOT_IN_DATABASE' : displayed.has(code) ? 'ALREADY_RECORDED' : null,
        )
      );
    default:
      return assertNever(command);
  }
}

/** The last day on which one of these procedures was announced. */
const announcedLast = (state: DocumentState, codes: readonly string[]): LegalDate | undefined =>
  state.announcements
    .filter((one) => one.procedureCodes.some((code) => codes.includes(code)))
    .map((one) => one.signedOn)
    .toSorted()
    .at(-1);
