/**
 * The record has another event in this place, or the subject has gone on in a later epoch: the workflow was
 * reset in Temporal. Its events go under `currentEpoch + 1`; the ones they replace stay, marked as abandoned.
 */
export class EpochConflict extends Error {
  override readonly name = 'EpochConflict';
  readonly subject: string;
  readonly currentEpoch: number;
  constructor(subject: string, currentEpoch: number, reason: string) {
    super(`${subject}: ${reason} (current epoch ${currentEpoch})`);
    this.subject = subject;
    this.currentEpoch = currentEpoch;
  }
}

/** Events before these are missing: the sender is to send all it has not seen acknowledged. */
export class EventGap extends Error {
  override readonly name = 'EventGap';
  readonly subject: string;
  /** Number of the last event the record has. */
  readonly ackedSeq: number;
  constructor(subject: string, ackedSeq: number, firstSeq: number) {
    super(`${subject}: event ${firstSeq} does not follow ${ackedSeq}`);
    this.subject = subject;
    this.ackedSeq = ackedSeq;
  }
}

/** Somebody else wrote this catalogue entry at the same moment. */
export class HeadMoved extends Error {
  override readonly name = 'HeadMoved';
}

/** A plan was to be split off under a code that something else has taken. */
export class SubjectBegun extends Error {
  override readonly name = 'SubjectBegun';

  constructor(subject: string) {
    super(`${subject} is on record already`);
  }
}
