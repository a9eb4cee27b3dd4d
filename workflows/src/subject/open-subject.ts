import { setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import { doer, signedName, SYSTEM } from '@tinhgon/rules/person';
import { wordsOf } from '../words.ts';
import { type Answers, createAnswers } from './answers.ts';
import { now } from './clock.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import { details } from './details.ts';
import { commandFingerprint } from './fingerprint.ts';
import type { Answered, Carried, RecentEvent, SubjectInput } from './messages.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { SubjectEvent, SubjectRules, SubjectTypes } from './rules.ts';
import { showSearchAttributes } from './search-attributes.ts';

const RECENT = 6;
const FIRST_EPOCH = 1;
/** Enough history at the end of a phase to begin a fresh run there, well before the server asks for it. */
const LONG_FOR_A_PHASE = 1_000;

/** One run's hold on its subject: the state, and everything on its way out. */
export interface OpenSubject<T extends SubjectTypes> {
  readonly outbox: Outbox<T['event']>;
  readonly deliveries: Deliveries<T['told']>;
  readonly answers: Answers;
  /** The command that began the subject, where this is known. */
  readonly begun: Answered | null;
  state(): T['state'];
  /** Changes the state and records that it did, at once. */
  record(events: readonly T['event'][]): void;
  /** Whether the history is long enough to go on in a fresh run. */
  isLong(): boolean;
  carried(): Carried<T['state'], T['event'], T['told']>;
}

export function openSubject<T extends SubjectTypes>(
  rules: SubjectRules<T>,
  input: SubjectInput<T['start'], T['state'], T['event'], T['told']>,
): OpenSubject<T> {
  const { deployment } = input;
  const from = input.begin ? beginning(rules, input.begin) : (input.from as ReturnType<typeof beginning<T>>);
  let { state } = from;
  let recent = from.recent ?? [];
  let phaseEnded = false;
  const unwritten = from.outbox ?? [];
  const subject = rules.subject(state.code);
  const { locale } = deployment;
  const outbox = createOutbox<T['event']>({
    subject,
    locale,
    epoch: from.epoch,
    pending: unwritten,
    ackedSeq: (unwritten[0]?.seq ?? state.seq + 1) - 1,
  });
  const newsSince = (before: T['state'] | null) => rules.tells?.news(before, state) ?? [];
  const owed = from.owed ?? Object.fromEntries(newsSince(null).map(({ to, news }) => [to, news]));
  const receivers = rules.tells?.receivers ?? null;
  const deliveries = createDeliveries<T['told']>({ from: subject, to: receivers, locale, owed });
  const answers = createAnswers(from.answers ?? []);
  const begun = from.begun ?? null;

  const show = (): void => {
    const waiting = rules.waiting(state);
    const portrait = rules.portrait(state, wordsOf(locale));
    showSearchAttributes(state, portrait, waiting);
    const { place } = rules;
    setCurrentDetails(details(deployment, { place, code: state.code }, portrait, waiting, recent));
  };
  show();

  return {
    outbox,
    deliveries,
    answers,
    begun,
    state: () => state,
    record: (events) => {
      for (const event of events) {
        const before = state;
        state = rules.evolve(before, event);
        phaseEnded ||= before.phase !== state.phase;
        outbox.push(event);
        deliveries.owe(newsSince(before));
        recent = [...recent, ...line(event)].slice(-RECENT);
      }
      if (events.length > 0) show();
    },
    isLong: () => {
      const { historyLength, continueAsNewSuggested } = workflowInfo();
      const limit = deployment.historyLimit ?? (phaseEnded ? LONG_FOR_A_PHASE : Number.POSITIVE_INFINITY);
      return continueAsNewSuggested || historyLength > limit;
    },
    carried: () => ({
      state,
      epoch: outbox.epoch(),
      answers: answers.all(),
      begun,
      outbox: outbox.pending(),
      owed: deliveries.owed(),
      recent,
    }),
  };
}

/** A subject's first event, waiting to be written. */
function beginning<T extends SubjectTypes>(
  rules: SubjectRules<T>,
  start: T['start'],
): Carried<T['state'], T['event'], T['told']> {
  const { receipt } = start;
  const event = { ...rules.begin(start, now()), ...(receipt === undefined ? {} : { receipt }) };
  const state = rules.evolve(null, event);
  const begun = {
    commandId: start.commandId,
    fingerprint: commandFingerprint(start),
    version: state.version,
    projected: false,
  };
  return { state, epoch: FIRST_EPOCH, begun, outbox: [event], recent: line(event) };
}

/** How an event is shown among the last decisions; only people decide. */
function line(event: SubjectEvent): RecentEvent[] {
  if (event.actor.id === SYSTEM.id) return [];
  const { type, at } = event;
  const step = 'step' in event && typeof event.step === 'string' ? { step: event.step } : {};
  return [{ type, at, by: signedName(doer(event)), ...step }];
}
