import type { PersonRef } from '../person.ts';
import type { Instant } from '../day.ts';
import { optional } from '../plan/decide.ts';
import { assertNever } from '../vocabulary.ts';
import type { StampedDocumentCommand } from './command.ts';
import { coverage } from './coverage.ts';
import type { Correction, DocumentState, Evidence } from './state.ts';

/** The evidence that a recording command enters. */
export function evidenceFrom(
  state: DocumentState,
  command: Extract<StampedDocumentCommand, { type: `record${string}` }>,
  by: PersonRef,
  now: Instant,
): Evidence {
  const base = { id: `E${state.seq + 1}`, recordedBy: by, recordedAt: now };
  switch (command.type) {
    case 'recordPromulgation':
      return {
        kind: 'promulgation',
        ...base,
        number: command.number,
        signedOn: command.signedOn,
        inForceOn: command.inForceOn,
      };
    case 'recordAnnouncement':
      return {
        kind: 'announcement',
        ...base,
        decisionNumber: command.decisionNumber,
        signedOn: command.signedOn,
        procedureCodes: command.procedureCodes,
      };
    case 'recordDatabaseEntry':
      return {
        kind: 'database-entry',
        ...base,
        reference: command.reference,
        enteredOn: command.enteredOn,
        procedureCodes: command.procedureCodes,
      };
    case 'recordDisplay': {
      const { inDatabase, displayed } = coverage(state);
      const waiting = [...inDatabase].filter((code) => !displayed.has(code)).sort();
      return {
        kind: 'display',
        ...base,
        place: command.place,
        displayedOn: command.displayedOn,
        procedureCodes: command.procedureCodes ?? waiting,
      };
    }
    default:
      return assertNever(command);
  }
}

/** What `correctEvidence` asks for, as it is kept until another person confirms it. */
export function correctionFrom(
  state: DocumentState,
  command: Extract<StampedDocumentCommand, { type: 'correctEvidence' }>,
  by: PersonRef,
  now: Instant,
): Correction {
  return {
    id: `C${state.seq + 1}`,
    evidenceId: command.evidenceId,
    ...optional('number', command.number),
    ...optional('date', command.date),
    ...optional('inForceOn', command.inForceOn),
    ...optional('procedureCodes', command.procedureCodes),
    reason: command.reason,
    askedBy: by,
    askedAt: now,
  };
}

/** Evidence with the new values of a confirmed correction; it takes the place of the old under an id of its own. */
export function corrected(
  old: Evidence,
  asked: Correction,
  stamp: Pick<Evidence, 'id' | 'recordedBy' | 'recordedAt'>,
): Evidence {
  const { number, date, inForceOn, procedureCodes } = asked;
  switch (old.kind) {
    case 'promulgation':
      return {
        ...old,
        ...stamp,
        number: number ?? old.number,
        signedOn: date ?? old.signedOn,
        inForceOn: inForceOn ?? old.inForceOn,
      };
    case 'announcement':
      return {
        ...old,
        ...stamp,
        decisionNumber: number ?? old.decisionNumber,
        signedOn: date ?? old.signedOn,
        procedureCodes: procedureCodes ?? old.procedureCodes,
      };
    case 'database-entry':
      return {
        ...old,
        ...stamp,
        reference: number ?? old.reference,
        enteredOn: date ?? old.enteredOn,
        procedureCodes: procedureCodes ?? old.procedureCodes,
      };
    case 'display':
      return {
        ...old,
        ...stamp,
        place: number ?? old.place,
        displayedOn: date ?? old.displayedOn,
        procedureCodes: procedureCodes ?? old.procedureCodes,
      };
    default:
      return assertNever(old);
  }
}
