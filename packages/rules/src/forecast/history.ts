import { type WorkingCalendar, workingDaysBetween } from '../calendar.ts';
import { daysBetween, type LegalDate } from '../day.ts';
import type { StepKey } from '../vocabulary.ts';
import type { Known } from './forecast.ts';
import type { Lag, OpenWork, StepAhead, Visit } from './work.ts';

export interface PastVisit {
  readonly step: StepKey;
  readonly chain: string;
  readonly openedOn: LegalDate;
  /** Null while it runs. */
  readonly finishedOn: LegalDate | null;
  /** `given-up` where the document was withdrawn or refused in it. */
  readonly ended: 'on' | 'given-up' | { readonly backTo: StepKey };
}

/** What became of one document or plan, day by day. */
export interface Past {
  readonly code: string;
  readonly agency: string;
  readonly steps: readonly StepAhead[];
  readonly visits: readonly PastVisit[];
  readonly signedOn: LegalDate | null;
  readonly inForceOn: LegalDate | null;
  /** The day it counted; null while it does not. */
  readonly countedOn: LegalDate | null;
}

/** What was known at the end of a day of all that had happened by then, and nothing of what came after. */
export function knownOn(
  past: readonly Past[],
  day: LegalDate,
  calendar: WorkingCalendar,
): Pick<Known, 'visits' | 'lags' | 'work'> {
  return {
    visits: past.flatMap((one) => visitsOn(one, day, calendar)),
    lags: past.flatMap((one) => lagOn(one, day)),
    work: past.flatMap((one) => workOn(one, day, calendar) ?? []),
  };
}

const isOpenOn = ({ openedOn, finishedOn }: PastVisit, day: LegalDate): boolean =>
  openedOn <= day && (finishedOn === null || finishedOn > day);

function visitsOn({ agency, visits }: Past, day: LegalDate, calendar: WorkingCalendar): Visit[] {
  return visits
    .filter(({ openedOn }) => openedOn <= day)
    .map((visit) => {
      const { step, chain, openedOn, finishedOn, ended } = visit;
      const open = isOpenOn(visit, day);
      const days = workingDaysBetween(calendar, openedOn, open ? day : (finishedOn ?? day));
      return { step, chain, agency, days, ended: open || ended === 'given-up' ? 'running' : ended };
    });
}

const isSignedOn = ({ signedOn }: Past, day: LegalDate): boolean => signedOn !== null && signedOn <= day;

function lagOn(past: Past, day: LegalDate): Lag[] {
  const { signedOn, inForceOn, steps } = past;
  const chain = steps.find(({ key }) => key === 'promulgate')?.chain;
  if (chain === undefined || signedOn === null || inForceOn === null || !isSignedOn(past, day)) return [];
  return [{ chain, days: Math.max(daysBetween(signedOn, inForceOn), 0) }];
}

/** Steps after the one that makes it count hold nothing up; those that stand only there are not open here. */
function workOn(past: Past, day: LegalDate, calendar: WorkingCalendar): OpenWork | null {
  const { code, agency, steps, visits } = past;
  const open = visits.filter((visit) => isOpenOn(visit, day));
  const first = steps.find(({ key }) => open.some(({ step }) => step === key));
  const visit = open.find(({ step }) => step === first?.key);
  if (!first || !visit) return null;
  return {
    code,
    agency,
    steps,
    at: first.key,
    daysSoFar: workingDaysBetween(calendar, visit.openedOn, day),
    inForceOn: isSignedOn(past, day) ? past.inForceOn : null,
  };
}
