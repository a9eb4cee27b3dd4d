import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { Hash } from '@tinhgon/rules/hash';
import type { SignedKeySet } from '@tinhgon/rules/receipt/keys';
import type { WorkflowKind } from '@tinhgon/rules/subject-kinds';

/** The queue every worker of this product serves. */
export const TASK_QUEUE = 'tinhgon';

/** What a supervisor reads in the Temporal UI is written in the language of the deployment. */
export interface Deployment {
  readonly locale: 'vi' | 'en';
  /** Address of the app, without a trailing slash: the details link to the subject's page in it. */
  readonly publicUrl: string;
  /** Events in the history after which a run is continued as new; the server's own suggestion when absent. */
  readonly historyLimit?: number;
  /** Public keys of the API, where commands must carry a receipt. */
  readonly receipts?: SignedKeySet;
}

/** What an accepted command answers, the same each time it is sent. */
export interface CommandOutcome {
  /** The subject's version after the command. */
  readonly version: number;
  /** False while the database was out of reach: the decision stands, lists follow. */
  readonly projected: boolean;
  /**
   * Fingerprint of the command that was carried out (`commandFingerprint`). The server answers a known update
   * id by itself, whatever the arguments: the caller compares, and another fingerprint is COMMAND_ID_REUSED.
   */
  readonly fingerprint: Hash;
}

export interface Answered extends CommandOutcome {
  readonly commandId: string;
}

/** One line of the last decisions shown to supervisors. */
export interface RecentEvent {
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly step?: string;
}

/**
 * A subject that has begun already: from its projected state (import, correction of a closed document, loss
 * of Temporal's database) only `state` and `epoch` are given; a run that continues another carries the rest.
 */
export interface Carried<State, Event, News> {
  readonly state: State;
  /** Raised each time the workflow was reset in Temporal: events of an earlier epoch are abandoned. */
  readonly epoch: number;
  /** The last commands answered, oldest first. */
  readonly answers?: readonly Answered[];
  /** The command that began the subject; kept apart so that it is never forgotten. */
  readonly begun?: Answered | null;
  /** Events the database has not acknowledged. */
  readonly outbox?: readonly Event[];
  /** News not yet delivered, by receiver's code. When absent, every linked subject is told anew. */
  readonly owed?: Readonly<Record<string, News>>;
  readonly recent?: readonly RecentEvent[];
}

export type SubjectInput<Start, State, Event, News> = { readonly deployment: Deployment } & (
  | { readonly begin: Start; readonly from?: never }
  | { readonly from: Carried<State, Event, News>; readonly begin?: never }
);

export interface BeginRequest {
  readonly commandId: string;
  readonly fingerprint: Hash;
}

/**
 * Sent together with the start of a plan or document: answers once its first event is written. Rejected with
 * CODE_TAKEN when the running workflow was begun by another command, COMMAND_ID_REUSED when by the same
 * command with other content.
 */
export const beginUpdate = defineUpdate<CommandOutcome, [BeginRequest]>('begin');

/**
 * Tells a running workflow of the API's keys after a change. Taken when the root key it knows signed them; one that
 * began before there were receipts takes the first it hears of.
 */
export const trustKeysUpdate = defineUpdate<{ readonly number: number }, [SignedKeySet]>('trustKeys');

/** What a subject says of itself to the reconciliation. */
export interface SubjectReport<State> {
  readonly state: State;
  readonly epoch: number;
  /** The last event the database acknowledged. */
  readonly ackedSeq: number;
  /** Codes of subjects still to be told something. */
  readonly owed: readonly string[];
}

export const stateQuery = defineQuery<SubjectReport<unknown>>('state');

/** Workflow ids are what people recognise in the Temporal UI, and the name of the subject in the record. */
export const subjectOf = (kind: WorkflowKind, code: string): string => `${kind}/${code}`;
export const planSubject = (code: string): string => subjectOf('plan', code);
export const documentSubject = (code: string): string => subjectOf('document', code);
