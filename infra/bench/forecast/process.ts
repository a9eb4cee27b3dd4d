import { addWorkingDays } from '@tinhgon/rules/calendar';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { documentChain } from '@tinhgon/rules/default-chains';
import { addDays, laterOf, type LegalDate } from '@tinhgon/rules/day';
import { DaysAhead } from '@tinhgon/rules/forecast/ahead';
import type { Past, PastVisit } from '@tinhgon/rules/forecast/history';
import { numbersOf } from '@tinhgon/rules/forecast/random';
import { stepsAhead } from '@tinhgon/rules/forecast/ways';
import type { StepKey } from '@tinhgon/rules/vocabulary';

/**
 * What is true of the generated documents and the forecast does not know. `even`: every step is drawn by itself, as
 * the forecast supposes. `uneven`: some documents are slow in all their steps, agencies change their pace over the
 * years, December is slow for all, and a merger stops a third of the agencies for two months.
 */
export type World = 'even' | 'uneven';

const BEGIN = '2020-01-06';
const DAYS_OF_BEGINNING = 4 * 365;
const AGENCIES = 12;
const MERGER = { from: '2023-03-01', to: '2023-04-28', everyThird: 3 };

/** Working days in the middle, and how often a check returns; spread is that of the logarithm. */
const STEPS: Partial<Record<StepKey, { readonly middle: number; readonly back?: number }>> = {
  draft: { middle: 55 },
  appraisal: { middle: 14, back: 0.25 },
  respond: { middle: 12 },
  verification: { middle: 9, back: 0.15 },
  promulgate: { middle: 15 },
  'draft-announcement': { middle: 8 },
  'sign-announcement': { middle: 6 },
  'national-database': { middle: 4 },
};
const SPREAD = 0.6;
const TYPES = ['circular', 'circular', 'decree', 'pm-decision'] as const;

/** So many documents of four years of beginnings, each followed to its end. */
export function generate(count: number, world: World, seed: number): Past[] {
  const ahead = new DaysAhead(VIETNAM_CALENDAR, BEGIN);
  return Array.from({ length: count }, (_, index) => {
    const next = numbersOf(seed, `${world}/${index}`);
    const type = TYPES[Math.floor(next() * TYPES.length)] ?? 'circular';
    const number = Math.floor(next() * AGENCIES);
    const chain = documentChain({ type, shortened: next() < 0.2 });
    const steps = stepsAhead(chain, { reviewOn: null, plannedSigningOn: null }, ahead);
    const pace = Math.exp(0.3 * normal(numbersOf(seed, `agency/${number}`)));
    const own = world === 'uneven' ? Math.exp(0.4 * normal(next)) : 1;
    const short = chain.id.endsWith('-shortened') ? 1 / 3 : 1;
    const visits: PastVisit[] = [];
    let day = addDays(BEGIN, Math.floor(next() * DAYS_OF_BEGINNING));
    let signedOn: LegalDate | null = null;
    for (let at = 0; at < steps.length; ) {
      const key = steps[at]?.key ?? 'draft';
      const { middle, back = 0 } = STEPS[key] ?? { middle: 5 };
      const drawn = middle * pace * own * (key === 'draft' ? short : 1) * Math.exp(SPREAD * normal(next));
      const days = Math.round(drawn * (world === 'uneven' ? slowness(day, number) : 1));
      const finishedOn = resumed(addWorkingDays(VIETNAM_CALENDAR, day, days), world, number);
      const returned = next() < back;
      const backTo = steps[at - 1]?.key === 'respond' ? 'respond' : 'draft';
      visits.push({
        step: key,
        chain: chain.id,
        openedOn: day,
        finishedOn,
        ended: returned ? { backTo } : 'on',
      });
      if (key === 'promulgate') signedOn = finishedOn;
      at = returned ? steps.findIndex((step) => step.key === backTo) : at + 1;
      day = finishedOn;
    }
    const inForceOn = signedOn === null ? null : addDays(signedOn, 45 + Math.floor(next() * 20));
    return {
      code: `VB-${String(index).padStart(5, '0')}`,
      agency: `B${String(number).padStart(2, '0')}`,
      steps,
      visits,
      signedOn,
      inForceOn,
      countedOn: inForceOn === null ? day : laterOf(day, inForceOn),
    };
  });
}

/** Every other agency grows slower over the years, the others quicker; December takes half as long again. */
function slowness(day: LegalDate, agency: number): number {
  const years = (Date.parse(day) - Date.parse(BEGIN)) / (365 * 86_400_000);
  const drift = 1.08 ** (agency % 2 === 0 ? years : -years);
  return drift * (day.slice(5, 7) === '12' ? 1.5 : 1);
}

/** Nothing ends in an agency while it is being merged. */
function resumed(day: LegalDate, world: World, agency: number): LegalDate {
  const stopped = world === 'uneven' && agency % MERGER.everyThird === 0;
  return stopped && day >= MERGER.from && day <= MERGER.to ? addDays(MERGER.to, 3) : day;
}

/** Box and Muller. */
const normal = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
