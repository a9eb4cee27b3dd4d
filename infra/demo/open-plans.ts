import { addDays, type LegalDate } from '@tinhgon/rules/day';
import type { PlanPhase, PlanStepKey } from '@tinhgon/rules/vocabulary';
import { contentsFor } from './contents.ts';
import { PROGRAMME } from './figures.ts';
import { measureOf } from './history.ts';
import type { DocumentLine, MeasureLine, PlanLine } from './lines.ts';
import { type OpenDocuments, openDocuments } from './open-documents.ts';
import { DEMO_PEOPLE } from './people.ts';
import { type DemoProcedure, OPEN_BY_MINISTRY } from './procedures.ts';
import type { Random } from './random.ts';

/** Open work on the day of loading. Deadlines hang on that day, so that the demonstration stays alive. */
export interface OpenWork {
  readonly documents: readonly DocumentLine[];
  readonly plans: readonly PlanLine[];
  /** Procedures of each agency left for plans that are started by command, and for visitors. */
  readonly left: ReadonlyMap<string, readonly DemoProcedure[]>;
}

/** How a plan stands: days since its step began, days until its review is due. */
interface Standing {
  readonly phase: PlanPhase;
  readonly step: PlanStepKey | null;
  readonly since: number;
  readonly review?: number;
  readonly level?: PlanLine['approvalLevel'];
}
const review = (since: number, due: number, phase: PlanPhase = 'drafting'): Standing => ({
  phase,
  step: 'review',
  since,
  review: due,
});
const check = (step: PlanStepKey, since: number, level?: PlanLine['approvalLevel']): Standing => ({
  phase: 'submitted',
  step,
  since,
  ...(level ? { level } : {}),
});

const BEFORE_APPROVAL: readonly Standing[] = [
  review(12, 20),
  review(30, 2),
  review(50, -5),
  review(25, 8),
  review(40, -12),
  review(8, 30),
  review(15, 15),
  review(20, 1),
  review(4, 10, 'returned'),
  review(9, 1, 'returned'),
  review(20, -3, 'returned'),
  check('quality-check', 2),
  check('quality-check', 1),
  check('quality-check', 5),
  check('quality-check', 9),
  check('quality-check', 16),
  check('quality-check', 3),
  check('plan-approval', 2),
  check('plan-approval', 6),
  check('plan-approval', 12, 'prime-minister'),
  check('plan-approval', 4, 'government'),
  check('plan-approval', 15),
];
/** The invented units that are to become one have a few plans each. */
const OF_UNITS: readonly Standing[] = [review(10, 12), check('quality-check', 4), check('plan-approval', 9)];
const UNITS = ['CSHHS', 'CLTDC'];

export function demoOpenWork(
  procedures: readonly DemoProcedure[],
  random: Random,
  today: LegalDate,
): OpenWork {
  const ministries = Object.keys(OPEN_BY_MINISTRY);
  const agencies = [...ministries, ...UNITS];
  const free = new Map(
    agencies.map((agency) => [
      agency,
      procedures.filter((one) => one.today === agency && one.year === null && !one.ceased),
    ]),
  );
  const fieldsOf = (agency: string) => [...new Set((free.get(agency) ?? []).map(({ field }) => field))];
  const documents = openDocuments(ministries, (agency) => drafterOf(agency, 0), fieldsOf, random, today);
  const maker = planMaker(free, random, today);
  const plans: PlanLine[] = [];
  for (const [index, document] of documents.underWay.entries()) {
    const lead = document.leadAgency;
    const second = documents.underWay[index + ministries.length];
    // Some plans need two documents of their ministry.
    const needed = index % 5 === 0 && second ? [document, second] : [document];
    plans.push(maker(lead, needed, { phase: 'carrying-out', step: null, since: 60 + index * 3 }));
  }
  // A late document holds up plans of other ministries too.
  for (const [index, lead] of ['BYT', 'BNV', 'BCA'].entries()) {
    const shared = documents.underWay.filter((one) => one.type === 'decree' && one.leadAgency !== lead)[
      index
    ];
    if (shared)
      plans.push(
        maker(lead, [shared], { phase: 'carrying-out', step: null, since: 80 }, [shared.leadAgency]),
      );
  }
  for (const [index, standing] of BEFORE_APPROVAL.entries()) {
    const lead = ministries[index % ministries.length] as string;
    plans.push(maker(lead, waitingOf(documents, lead, index), standing));
  }
  for (const unit of UNITS) {
    for (const standing of OF_UNITS)
      plans.push(maker(unit, waitingOf(documents, 'BNV', plans.length), standing, ['BNV']));
  }
  return { documents: [...documents.underWay, ...documents.waiting], plans, left: free };
}

function waitingOf({ waiting }: OpenDocuments, agency: string, index: number): DocumentLine[] {
  const own = waiting.filter(({ leadAgency }) => leadAgency === agency);
  const one = own[index % own.length];
  return one ? [one] : [];
}

export function drafterOf(agency: string, index: number): string {
  const drafters = DEMO_PEOPLE.filter((one) => one.agency === agency && one.functions.includes('drafter'));
  const drafter = drafters[index % drafters.length];
  if (!drafter) throw new RangeError(`nobody drafts for ${agency}`);
  return drafter.user;
}

function planMaker(free: Map<string, readonly DemoProcedure[]>, random: Random, today: LegalDate) {
  const year = Number(today.slice(0, 4));
  const counters = new Map<string, number>();
  return (
    lead: string,
    documents: readonly DocumentLine[],
    standing: Standing,
    coAgencies: string[] = [],
  ): PlanLine => {
    const number = (counters.get(lead) ?? 100) + 1;
    counters.set(lead, number);
    const own = free.get(lead) ?? [];
    // What is left over is for plans that are started by command, and for visitors.
    const taken = own.slice(0, 2);
    free.set(lead, own.slice(taken.length));
    const { phase, step, since, review: reviewDays, level } = standing;
    const start = addDays(today, -since - (step === 'review' ? 0 : 25));
    const fields = [...new Set(taken.map(({ field }) => field.toLowerCase()))];
    const measures = taken.map((procedure): MeasureLine => {
      const measure = measureOf(random);
      return {
        procedureCode: procedure.code,
        measure,
        documents: documents.map(({ code }) => code),
        ...contentsFor(procedure, measure, random),
      };
    });
    return {
      code: `${lead}-${year}-${number}`,
      programme: PROGRAMME.code,
      year,
      name: `Đơn giản hóa thủ tục ${fields.join(', ')}: ${taken[0]?.nameVi.toLowerCase() ?? ''}`,
      leadAgency: lead,
      ...(coAgencies.length > 0 ? { coAgencies } : {}),
      unit: 'Vụ, cục được giao (minh họa)',
      grounds: 'Thủ tục có nhiều hồ sơ, còn yêu cầu giấy tờ đã có trong Cơ sở dữ liệu quốc gia về dân cư.',
      targets: 'Giảm ít nhất 30 % thành phần hồ sơ và thời hạn giải quyết.',
      deadline: addDays(today, reviewDays === undefined ? 120 : Math.max(reviewDays, 0) + 150),
      ...(reviewDays === undefined ? {} : { reviewOn: addDays(today, reviewDays) }),
      ...(level ? { approvalLevel: level } : {}),
      phase,
      ...(step ? { step, stepSince: addDays(today, -since) } : { approvedOn: start }),
      drafter: drafterOf(lead, number),
      measures,
    };
  };
}
