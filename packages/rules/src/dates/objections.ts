import type { Actor } from '../actor.ts';
import { dayOf, type Instant, type LegalDate } from '../day.ts';
import { type Rejection, reject } from '../errors.ts';
import { objectionIn } from '../policy.ts';
import { assertNever } from '../vocabulary.ts';
import { wayToAsk, wayToDecide, wayToExplain } from './acting.ts';
import type { DateGround, DateKey, Milestone } from './date.ts';
import { type Dated, openRequests } from './dated.ts';
import { isLocked } from './lock.ts';
import type { Missed } from './missed.ts';

export const DATE_COMMANDS = [
  'requestDateChange',
  'approveDateChange',
  'refuseDateChange',
  'explainDelay',
] as const;
export type DateCommandType = (typeof DATE_COMMANDS)[number];

export const isDateCommand = (type: string): type is DateCommandType =>
  (DATE_COMMANDS as readonly string[]).includes(type);

/** A command about dates as it reaches the rules, of a plan or of a document. */
export type DateCommand = { readonly actor: Actor } & (
  | {
      readonly type: 'requestDateChange';
      readonly date: DateKey;
      readonly to: LegalDate;
      readonly reason: string;
      readonly ground?: DateGround | undefined;
    }
  | { readonly type: 'approveDateChange'; readonly requestId: string }
  | { readonly type: 'refuseDateChange'; readonly requestId: string; readonly reason: string }
  | {
      readonly type: 'explainDelay';
      readonly step?: Missed['step'] | undefined;
      readonly date?: Milestone | undefined;
      readonly reason: string;
    }
);

const no = (...args: Parameters<typeof reject>): Rejection => reject(...args).rejection;

/** The part of the answer that needs no payload: state, function, four eyes. */
export function objectionToDateAction(subject: Dated, type: DateCommandType, actor: Actor): Rejection | null {
  if (subject.closed) return no('SUBJECT_CLOSED');
  switch (type) {
    case 'requestDateChange':
      if (subject.settled) return no('DATE_SETTLED');
      if (subject.free) return no('DATE_STILL_FREE');
      return objectionIn(wayToAsk(subject, actor));
    case 'approveDateChange':
    case 'refuseDateChange': {
      const [first] = openRequests(subject);
      if (!first) return no('NOT_FOUND', { field: 'requestId' });
      const objections = openRequests(subject).map((request) =>
        objectionIn(wayToDecide(subject, request, actor)),
      );
      return objections.includes(null) ? null : (objections[0] ?? null);
    }
    case 'explainDelay':
      return objectionIn(wayToExplain(subject, actor));
    default:
      return assertNever(type);
  }
}

/** The part that depends on what is asked. */
export function objectionToDateFacts(
  subject: Dated,
  missed: readonly Missed[],
  command: DateCommand,
  now: Instant,
): Rejection | null {
  const today = dayOf(now);
  switch (command.type) {
    case 'requestDateChange': {
      const { date, to, ground } = command;
      if (openRequests(subject).some((request) => request.date === date)) {
        return no('DATE_REQUEST_PENDING', { field: 'date' });
      }
      const present = subject.present[date] ?? null;
      if (to === present) return no('DATE_UNCHANGED', { field: 'to' });
      // Where the other date is to move too, what it is to become is what counts.
      const asked = Object.fromEntries(openRequests(subject).map((request) => [request.date, request.to]));
      return (
        objectionToDay(subject, { ...subject.present, ...asked }, date, to, today) ??
        (isLocked(present, today) && ground === undefined
          ? no('GROUND_REQUIRED', { field: 'ground', details: { date: present ?? '' } })
          : null)
      );
    }
    case 'approveDateChange':
    case 'refuseDateChange': {
      const request = openRequests(subject).find(({ id }) => id === command.requestId);
      if (!request) return no('NOT_FOUND', { field: 'requestId' });
      return (
        objectionIn(wayToDecide(subject, request, command.actor)) ??
        (command.type === 'approveDateChange'
          ? objectionToDay(subject, subject.present, request.date, request.to, today)
          : null)
      );
    }
    case 'explainDelay': {
      const { step, date } = command;
      const field = step === undefined ? 'date' : 'step';
      if (step === undefined && date === undefined) {
        if (missed.length > 1) return no('INVALID_INPUT', { field: 'step' });
        return missed.length === 1 ? null : no('NOT_MISSED', { field });
      }
      return whatWasMissed(missed, command) ? null : no('NOT_MISSED', { field });
    }
    default:
      return assertNever(command);
  }
}

/** What `explainDelay` is about: the one it names, or the only one there is. */
export function whatWasMissed(
  missed: readonly Missed[],
  { step, date }: Pick<Extract<DateCommand, { type: 'explainDelay' }>, 'step' | 'date'>,
): Missed | undefined {
  if (step === undefined && date === undefined) return missed[0];
  return missed.find((one) => one.step === step && one.date === date);
}

/** A new date lies ahead, and the two dates of a plan or document stay in their order. */
function objectionToDay(
  { order: [earlier, later] }: Dated,
  days: Dated['present'],
  date: DateKey,
  to: LegalDate,
  today: LegalDate,
): Rejection | null {
  if (to < today) return no('DATE_IN_PAST', { field: 'to' });
  const latest = date === earlier ? days[later] : null;
  if (latest && to > latest) return no('DATE_ORDER', { field: 'to', details: { latest } });
  const earliest = date === later ? days[earlier] : null;
  return earliest && to < earliest ? no('DATE_ORDER', { field: 'to', details: { earliest } }) : null;
}
