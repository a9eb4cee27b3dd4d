/** Everything that can keep the stack from running. The sentence for people is made in one place: `words/`. */
export type ProblemCode =
  | 'ALREADY_RUNNING'
  | 'STILL_RUNNING'
  | 'PORT_TAKEN'
  | 'NO_POSTGRES_BINARIES'
  | 'POSTGRES_ROOT'
  | 'POSTGRES_FAILED'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_TOO_OLD'
  | 'DISK_FULL'
  | 'NO_TEMPORAL'
  | 'TEMPORAL_FAILED'
  | 'TEMPORAL_UNREACHABLE'
  | 'MIGRATION_FAILED'
  | 'WEB_BUILD_FAILED'
  | 'CHILD_FAILED'
  | 'NOT_READY'
  | 'DEMO_FAILED'
  | 'NOT_RUNNING'
  | 'ONLY_EMBEDDED_IDENTITY'
  | 'UNKNOWN_PERSON'
  | 'NO_PERSON_NAMED'
  | 'NO_BROWSER'
  | 'NO_OFFICE'
  | 'NO_TEST_SERVER'
  | 'PRODUCTION'
  | 'NO_FOLDER_NAMED'
  | 'WRONG_KEEP'
  | 'ONLY_EMBEDDED_DATABASE'
  | 'BAD_MOMENT'
  | 'NOT_EMPTY'
  | 'NO_BACKUP'
  | 'RESTORE_FAILED'
  | 'SETTLE_FAILED'
  | 'RELEASE_FAILED'
  | 'NO_TEMPORAL_SERVER'
  | 'NO_PROXY'
  | 'NO_PYTHON'
  | 'NO_SCHEMATHESIS'
  | 'FUZZ_FAILED'
  | 'BAD_SETTINGS';

/** A failure that the launcher expects and can explain. `details` fill the sentence. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: ProblemCode, details: Record<string, string | number> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(details)}`, { cause });
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }
}
