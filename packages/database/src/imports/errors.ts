/**
 * A row that cannot be taken as things stand: the plan or document it changes is already being worked on by
 * people (`live`), it would overwrite evidence (`on-record`: that is corrected by one person with a reason and
 * confirmed by another), the plan it names does not name the document in turn, or it changes what is on record without
 * saying why (`unexplained`). Nothing of the file was written.
 */
export class ImportConflict extends Error {
  override readonly name = 'ImportConflict';
  /** Codes at fault, as the file has them. */
  readonly codes: readonly string[];
  readonly reason: 'live' | 'on-record' | 'not-linked' | 'unexplained';
  constructor(reason: ImportConflict['reason'], codes: readonly string[]) {
    super(`${reason}: ${codes.slice(0, 10).join(', ')}`);
    this.reason = reason;
    this.codes = codes;
  }
}
