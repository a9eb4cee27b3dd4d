import type { CostLine, CostSheet } from '@tinhgon/rules/cost/sheet';
import type { MeasureLine, PlanLine } from './lines.ts';
import { type Random, randomFrom } from './random.ts';
import { WAGE_CODE, WAGE_VALUES } from './wages.ts';

const SEED = 27;
/** Past plans and plans under way that get cost sheets: a handful, so that what is missing shows too. */
const PAST = 6;
const UNDER_WAY = 6;
const DRAFTS = 2;
const SHEETS_A_PLAN = 4;

/** The same plans, the newest of the past with cost sheets. */
export const withPastCosts = (plans: readonly PlanLine[]): PlanLine[] =>
  costed(plans, plans.slice(-PAST), randomFrom(SEED));

/** The same plans, some being carried out and some being drafted with cost sheets. */
export function withOpenCosts(plans: readonly PlanLine[]): PlanLine[] {
  const first = (phase: PlanLine['phase'], count: number) =>
    plans.filter((plan) => plan.phase === phase).slice(0, count);
  const chosen = [...first('carrying-out', UNDER_WAY), ...first('drafting', DRAFTS)];
  return costed(plans, chosen, randomFrom(SEED + 1));
}

function costed(plans: readonly PlanLine[], chosen: readonly PlanLine[], random: Random): PlanLine[] {
  const codes = new Map(chosen.map(({ code }, place) => [code, place]));
  return plans.map((plan) => {
    const place = codes.get(plan.code);
    if (place === undefined) return plan;
    // Of every third plan one procedure is left without a sheet.
    const measures = plan.measures.map((measure, index) =>
      (place % 3 === 2 && index === 0) || index >= SHEETS_A_PLAN
        ? measure
        : { ...measure, cost: sheetFor(measure, random) },
    );
    return { ...plan, measures };
  });
}

function sheetFor({ measure, current, proposed }: MeasureLine, random: Random): CostSheet {
  const abolished = measure === 'abolish';
  // Some were reckoned anew at the newer wage: that is no cut.
  const newerWage = random.integer(1, 3) === 1;
  const work = (
    key: string,
    kind: 'paper' | 'trip',
    name: string,
    minutes: number,
    version: 1 | 2,
  ): CostLine => ({
    key,
    kind,
    name,
    amount: {
      by: 'time',
      minutes,
      wage: { parameter: WAGE_CODE, version, dongPerHour: WAGE_VALUES[version] },
    },
  });
  const fee = (dong: number): CostLine => ({
    key: 'PHI',
    kind: 'fee',
    name: 'Phí, lệ phí',
    amount: { by: 'dong', dong },
  });
  const names = current?.papers.map(({ name }) => name) ?? [
    'Tờ khai theo mẫu',
    'Bản sao giấy tờ có chứng thực',
  ];
  const kept = proposed ? new Set(proposed.papers.map(({ name }) => name)) : new Set(names.slice(0, -1));
  const papers = names.map((name, index) => ({
    key: `GT${index + 1}`,
    name,
    minutes: 5 * random.integer(3, 12),
    stays: !abolished && kept.has(name),
  }));
  const trip = 30 * random.integer(2, 8);
  const times = random.integer(1, 2);
  const subjects = 100 * random.integer(5, 200);
  const after = newerWage ? 2 : 1;
  const online = measure === 'put-online' || measure === 'replace-papers-by-data';
  const feeNow = current?.feeDong ?? 50_000;
  const feeThen = abolished ? 0 : (proposed?.feeDong ?? feeNow);
  return {
    current: {
      lines: [
        ...papers.map(({ key, name, minutes }) => work(key, 'paper', name, minutes, 1)),
        work('DL', 'trip', 'Đi nộp hồ sơ và nhận kết quả', trip, 1),
        fee(feeNow),
      ],
      timesAYear: times,
      subjectsAYear: subjects,
    },
    proposed: {
      lines: abolished
        ? []
        : [
            ...papers
              .filter(({ stays }) => stays)
              .map(({ key, name, minutes }) => work(key, 'paper', name, minutes, after)),
            ...(online ? [] : [work('DL', 'trip', 'Đi nộp hồ sơ và nhận kết quả', trip, after)]),
            fee(feeThen),
          ],
      timesAYear: times,
      subjectsAYear: subjects,
    },
    reestimated: { lines: [], times: false, subjects: false },
  };
}
