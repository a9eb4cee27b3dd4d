/** Another person already signs in with this identifier. */
export class SubjectTaken extends Error {
  override readonly name = 'SubjectTaken';
}

/** The row to be changed does not exist. */
export class NoSuchRow extends Error {
  override readonly name = 'NoSuchRow';
}

/** Somebody entered a newer version meanwhile. */
export class VersionMoved extends Error {
  override readonly name = 'VersionMoved';
}

/** A row names a person who does not exist. */
export class NoSuchPerson extends Error {
  override readonly name = 'NoSuchPerson';
}

/** What is on record is changed without a reason. */
export class ReasonMissing extends Error {
  override readonly name = 'ReasonMissing';
}

/** An indicator that has figures keeps the unit and periods they are in; the message is the field. */
export class FiguresKept extends Error {
  override readonly name = 'FiguresKept';
}

/** What is said is on record already, or was taken back already. */
export class AlreadyRecorded extends Error {
  override readonly name = 'AlreadyRecorded';
}
