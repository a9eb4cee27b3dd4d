import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { Instant } from '@tinhgon/rules/day';
import type { PersonRef, Represented } from '@tinhgon/rules/person';
import type { Rejection, Result } from '@tinhgon/rules/errors';
import type { Receipt, Signable } from '@tinhgon/rules/receipt/statement';
import type { OpenStep } from '@tinhgon/rules/step';
import type { Place, WorkflowKind } from '@tinhgon/rules/subject-kinds';
import type { Words } from '../words.ts';

export interface SubjectState {
  readonly code: string;
  readonly seq: number;
  readonly version: number;
  readonly phase: string;
  readonly calendar: WorkingCalendar;
}

/** What somebody is waited for; a step of a plan or document is one. */
export interface Waiting
  extends Pick<OpenStep, 'agency' | 'openedAt' | 'dueOn' | 'timing' | 'holder' | 'heldSince'> {
  readonly key: string;
  /** The function it waits for, where not the whole agency is asked. */
  readonly function?: OpenStep['function'];
  /** Tells it from others of its kind, as it was typed. */
  readonly about?: string;
}

/** What a whole agency, or nobody in particular, is waited for. */
export const waitingFor = (
  key: string,
  agency: string | null,
  openedAt: Instant,
  due: Pick<Waiting, 'dueOn' | 'timing'> = { dueOn: null, timing: 'in-time' },
): Waiting => ({ key, agency, openedAt, ...due, holder: null, heldSince: null });

export interface SubjectEvent {
  readonly type: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: PersonRef;
  readonly onBehalfOf?: Represented;
}

/** What a person sends, with what the API signed of it. */
interface Given {
  readonly commandId: string;
  readonly actor: Signable['actor'];
  readonly receipt?: Receipt;
}

export interface SubjectStart extends Given {
  readonly code: string;
}

export interface SubjectCommand extends Given {
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

/** What a supervisor is told of a subject besides what it waits for. Lines are Markdown: what people typed is made `plain`. */
export interface Portrait {
  readonly title: string;
  /** Its phase in words. */
  readonly phase: string;
  readonly facts: readonly string[];
  readonly agency: string | null;
  readonly programme: string | null;
  readonly procedures: number | null;
  /** Names of the checks that were added to its chain, as they were typed. */
  readonly ownSteps?: Readonly<Record<string, string>>;
}

type Stamp = Pick<SubjectEvent, 'at' | 'actor'>;

/** Everything in which kinds of subjects differ; the shell around it is one. */
export interface SubjectRules<T extends SubjectTypes> {
  readonly place: Place;
  /** Its workflow id, and the name of the subject in the record. */
  subject(code: string): string;
  /** Names of its updates, one for each type of command. */
  readonly commandTypes: readonly string[];
  /** News this subject gets of others; left out where it gets none. */
  readonly hears?: {
    readonly signal: string;
    events(state: T['state'], heard: T['heard'], stamp: Stamp): T['event'][];
  };
  /** News it gives to others of one kind. */
  readonly tells?: {
    readonly receivers: WorkflowKind;
    /** News owed after `before` became `after`; with `before` null, everybody is told. */
    news(before: T['state'] | null, after: T['state']): { to: string; news: T['told'] }[];
  };
  begin(start: T['start'], now: Instant): T['event'];
  evolve(state: T['state'] | null, event: T['event']): T['state'];
  decide(state: T['state'], command: T['command'], now: Instant): Result<T['event'][]>;
  /**
   * Objections that came after commands had been accepted without them: asked of a command that arrives, and not
   * again when a history is replayed.
   */
  objectionOnArrival?(state: T['state'], command: T['command']): Rejection | null;
  tick(state: T['state'], stamp: Stamp): T['event'][];
  /** What it waits for now: shown to supervisors, and the clock goes by it. */
  waiting(state: T['state']): readonly Waiting[];
  /** Nothing more is to be awaited: the workflow may end. */
  isFinished(state: T['state']): boolean;
  portrait(state: T['state'], words: Words): Portrait;
}
