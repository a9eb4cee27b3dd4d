import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { Instant } from '@tinhgon/rules/day';
import type { Result } from '@tinhgon/rules/errors';
import type { PersonRef } from '@tinhgon/rules/person';
import type { OpenStep } from '@tinhgon/rules/step';
import type { DocumentPhase } from '@tinhgon/rules/vocabulary';
import type { Domain } from '../words.ts';

export interface SubjectState {
  readonly code: string;
  readonly seq: number;
  readonly version: number;
  readonly phase: DocumentPhase;
  readonly programme: string;
  readonly leadAgency: string;
  readonly calendar: WorkingCalendar;
}

export interface SubjectEvent {
  readonly type: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: PersonRef;
}

export interface SubjectStart {
  readonly commandId: string;
  readonly actor: { readonly id: string };
}

export interface SubjectCommand extends SubjectStart {
  readonly type: string;
}

/** The types of one kind of subject; `heard` are the news it gets, `told` those it gives. */
export interface SubjectTypes {
  start: SubjectStart;
  state: SubjectState;
  event: SubjectEvent;
  command: SubjectCommand;
  heard: object;
  told: object;
}

/** What a supervisor is told of a subject besides its steps. */
export interface Portrait {
  readonly title: string;
  readonly procedures: number;
  readonly documents: readonly string[];
}

type Stamp = Pick<SubjectEvent, 'at' | 'actor'>;

/** Everything in which plans and documents differ; the shell around it is one. */
export interface SubjectRules<T extends SubjectTypes> {
  /** Who hears this subject's news. */
  readonly receivers: 'plan' | 'document';
  /** Its place in the app's addresses. */
  readonly noun: 'plans' | 'documents';
  /** Its workflow id, and the name of the subject in the record. */
  subject(code: string): string;
  /** Names of its updates, one for each type of command. */
  readonly commandTypes: readonly string[];
  readonly signal: string;
  begin(start: T['start'], now: Instant): T['event'];
  evolve(state: T['state'] | null, event: T['event']): T['state'];
  decide(state: T['state'], command: T['command'], now: Instant): Result<T['event'][]>;
  hear(state: T['state'], heard: T['heard'], stamp: Stamp): T['event'][];
  tick(state: T['state'], stamp: Stamp): T['event'][];
  /** News owed after `before` became `after`; with `before` null, everybody is told. */
  tell(before: T['state'] | null, after: T['state']): { to: string; news: T['told'] }[];
  openSteps(state: T['state']): readonly OpenStep[];
  /** Nothing more is to be awaited: the workflow may end. */
  isFinished(state: T['state']): boolean;
  portrait(state: T['state'], words: Domain): Portrait;
}
