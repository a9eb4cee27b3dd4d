import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';
import type { BaselineTables } from './baseline-tables.ts';
import type { BottleneckTables } from './bottleneck-tables.ts';
import type { ConsultationTables } from './consultation-tables.ts';
import type { CostTables } from './cost-tables.ts';
import type { CountingTables } from './counting-tables.ts';
import type { DelegationTables } from './delegation-tables.ts';
import type { ErrorCode } from '@tinhgon/rules/errors';
import type { DateKey } from '@tinhgon/rules/dates/date';
import type { FileKind, FileMime } from '@tinhgon/rules/files/file';
import type { ItemOutcome, OperationKind, OperationState } from '@tinhgon/rules/operation/operation';
import type { OperationCounts, OperationParameters } from '@tinhgon/rules/operation/parameters';
import type { Task } from '@tinhgon/rules/operation/task';
import type { Agency } from '@tinhgon/rules/views/catalogue';
import type { Represented } from '@tinhgon/rules/person';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type {
  DocumentPhase,
  DocumentType,
  FunctionCode,
  Level,
  MeasureKind,
  PlanPhase,
  Role,
  StepKey,
} from '@tinhgon/rules/vocabulary';
import type { AtWorkTables } from './at-work-tables.ts';
import type { ImportTables } from './import-tables.ts';
import type { NotificationTables } from './notification-tables.ts';
import type { PeriodTables } from './period-tables.ts';
import type { ReportTables } from './report-tables.ts';
import type { IndicatorTables } from './indicator-tables.ts';
import type { TermsTables } from './terms-tables.ts';
import type { WebhookTables } from './webhook-tables.ts';

/** Read as a value, written as JSON text: node-postgres would turn a JavaScript array into a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>;
/** ISO 8601 in UTC with milliseconds, see `create-database.ts`. */
type Instant = string;
/** YYYY-MM-DD. */
type Day = string;

export interface EventTable {
  /** Grows in commit order. A bigint, so it is read as text. */
  position: Generated<string>;
  subject: string;
  epoch: number;
  seq: number;
  version: number;
  at: Instant;
  type: string;
  actor_id: string;
  actor_name: string;
  command_id: string | null;
  payload: Json<Record<string, unknown>>;
  prev_hash: string | null;
  hash: string;
  written_at: Generated<Instant>;
}

export interface Schema
  extends BaselineTables,
    DelegationTables,
    BottleneckTables,
    TermsTables,
    IndicatorTables,
    ConsultationTables,
    CountingTables,
    CostTables,
    AtWorkTables,
    NotificationTables,
    PeriodTables,
    ImportTables,
    ReportTables,
    WebhookTables {
  event: EventTable;
  /** Events that were not abandoned when a workflow was reset. */
  current_event: EventTable;
  epoch: { subject: string; epoch: number; from_seq: number };
  head: { subject: string; epoch: number; seq: number; version: number; hash: string | null };
  content: { hash: string; json: Json<unknown> };

  agency: {
    code: string;
    name_vi: string;
    name_en: string | null;
    kind: string;
    parent: string | null;
    from: Day;
    to: Day | null;
    successor: string | null;
    former_names: Json<NonNullable<Agency['formerNames']>>;
    search: string;
  };
  person: {
    id: string;
    subject: string;
    name: string;
    email: string | null;
    agency: string;
    roles: Role[];
    active: boolean;
    search: string;
  };
  assignment: {
    id: string;
    person_id: string;
    function: FunctionCode;
    agency: string | null;
    from: Day;
    to: Day | null;
  };
  programme: {
    code: string;
    name_vi: string;
    name_en: string | null;
    from: Day;
    to: Day | null;
    public_licence: string | null;
  };
  procedure: {
    code: string;
    name_vi: string;
    name_en: string | null;
    field: string | null;
    level: Level | null;
    users: string | null;
    search: string;
  };
  procedure_ministry: { procedure_code: string; from: Day; ministry: string };

  plan: {
    code: string;
    programme: string;
    year: number;
    name: string;
    lead_agency: string;
    co_agencies: string[];
    /** Agencies it stood under before the work of one went to another. */
    former_agencies: string[];
    phase: PlanPhase;
    deadline: Day | null;
    content: string;
    editors: string[];
    taken_part: string[];
    search: string;
    state: Json<PlanState>;
  };
  document: {
    code: string;
    programme: string;
    type: DocumentType;
    number: string | null;
    title: string;
    lead_agency: string;
    former_agencies: string[];
    phase: DocumentPhase;
    signed_on: Day | null;
    in_force_on: Day | null;
    planned_in_force_on: Day | null;
    procedures: number;
    search: string;
    state: Json<DocumentState>;
  };
  step_run: {
    subject: string;
    kind: 'plan' | 'document';
    code: string;
    run: number;
    step: StepKey;
    number: number;
    step_kind: 'edit' | 'check' | 'record';
    function: FunctionCode;
    agency: string | null;
    opened_at: Instant;
    due_on: Day | null;
    finished_at: Instant | null;
    holder_id: string | null;
    holder_name: string | null;
    /** In whose name the holder has it or did it. */
    on_behalf_of: Represented | null;
    returned: boolean;
    /** Who may not decide on it: four eyes. */
    barred: string[];
    procedures: number;
  };
  /** Changes of dates that wait for a decision. */
  date_request: {
    subject: string;
    kind: 'plan' | 'document';
    code: string;
    date: DateKey;
    number: number;
    function: FunctionCode;
    agency: string | null;
    asked_at: Instant;
    decide_by: Day;
    /** Who may not decide on it: four eyes. */
    barred: string[];
    procedures: number;
  };
  delay: {
    subject: string;
    /** An overdue step, or a date of the plan or document itself. */
    missed: string;
    missed_on: Day;
    reason: string;
    by_id: string;
    by_name: string;
    at: Instant;
  };
  measure: {
    plan_code: string;
    procedure_code: string;
    ordinal: number;
    measure: MeasureKind;
    documents: string[];
  };
  link: {
    plan_code: string;
    procedure_code: string;
    document_code: string;
    known_from: Instant;
    known_to: Instant | null;
    measure: MeasureKind;
    programme: string;
  };
  evidence: {
    document_code: string;
    evidence_id: string;
    kind: 'promulgation' | 'announcement' | 'database-entry' | 'display';
    number: string;
    date: Day;
    in_force_on: Day | null;
    procedure_codes: string[];
    recorded_at: Instant;
    known_from: Instant;
    recorded_by_id: string;
    recorded_by_name: string;
    on_behalf_of: Represented | null;
    superseded_at: Instant | null;
  };
  evidence_procedure: {
    document_code: string;
    evidence_id: string;
    procedure_code: string;
    kind: 'announcement' | 'database-entry' | 'display';
    date: Day;
    recorded_at: Instant;
    known_from: Instant;
    superseded_at: Instant | null;
  };

  remark: {
    subject: string;
    id: string;
    ordinal: number;
    procedure_code: string | null;
    field: string;
    by_id: string;
    at: Instant;
    answered_at: Instant | null;
    resolved_at: Instant | null;
  };
  attached_file: {
    subject: string;
    file_id: string;
    version: number;
    step: StepKey;
    kind: FileKind;
    title: string;
    name: string;
    mime: FileMime;
    bytes: number;
    sha256: string;
    attached_at: Instant;
    attached_by_id: string;
    attached_by_name: string;
    detached_at: Instant | null;
    detached_by_name: string | null;
    detached_reason: string | null;
    search: string;
  };
  file_blob: { sha256: string; bytes: number; mime: string; stored_at: Instant };
  file_chunk: { sha256: string; ordinal: number; data: Buffer };
  file_upload: { id: string; person_id: string; bytes: number; at: Instant };
  file_text: {
    sha256: string;
    /** `none`: nothing in it can be searched. */
    state: 'pending' | 'ready' | 'none' | 'failed';
    tries: number;
    taken_at: Instant | null;
    text: string;
    search: string;
  };

  session: {
    id_hash: string;
    person_id: string;
    data: Json<unknown>;
    created_at: Instant;
    seen_at: Instant;
    expires_at: Instant;
  };
  pending_start: { subject: string; ready: boolean; asked_at: Instant };
  import_file: {
    id: Generated<string>;
    file_hash: string;
    kind: string;
    actor_id: string;
    at: Instant;
    result: Json<unknown>;
  };
  operation: {
    id: string;
    kind: OperationKind;
    parameters: Json<OperationParameters>;
    state: OperationState;
    by_id: string;
    by_name: string;
    at: Instant;
    starts_at: Instant | null;
    finished_at: Instant | null;
    /** The operation this one undoes. */
    undoes: string | null;
    counts: Json<OperationCounts> | null;
  };
  operation_item: {
    operation: string;
    ordinal: number;
    stage: number;
    subject: string;
    task: Json<Task>;
    command_id: string;
    outcome: ItemOutcome;
    code: ErrorCode | null;
    details: Json<Readonly<Record<string, string | number>>> | null;
    attempts: number;
    at: Instant | null;
  };
  code_counter: { prefix: string; last: number };
}

export type Db = Kysely<Schema>;
export type Trx = Transaction<Schema>;
