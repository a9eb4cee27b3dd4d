import { todayOf } from './agencies.ts';
import { AGENCIES_OF_2024, BASELINES, COUNTED_BY_YEAR, MERGER_DAY, PROGRAMME } from './figures.ts';
import type { BaselineLine, ProcedureLine } from './lines.ts';
import { namesOf, type ProcedureName, TOPICS } from './procedure-names.ts';
import type { Random } from './random.ts';

/** A procedure of the demonstration and what becomes of it. */
export interface DemoProcedure extends ProcedureName {
  readonly code: string;
  /** In charge until the merger of March 2025. */
  readonly ministry: string;
  /** In charge today. */
  readonly today: string;
  /** The year it counts; null while it is open. */
  readonly year: number | null;
  /** Ceased to exist before the second baseline, never counted. */
  readonly ceased: boolean;
  /** Whether a baseline has it at all. */
  readonly inBaseline: boolean;
}

/** Open procedures kept for the plans of today's ministries that have demo people. */
export const OPEN_BY_MINISTRY: Readonly<Record<string, number>> = {
  BCA: 24,
  BTP: 22,
  BNV: 20,
  BTC: 20,
  BXD: 19,
  BYT: 19,
};
/** Outside any baseline, in charge of the invented units. */
const OF_UNITS = { CSHHS: 12, CLTDC: 12 };

/** Every procedure, with the published totals: see figures.ts. */
export function demoProcedures(random: Random): DemoProcedure[] {
  const [first, second] = BASELINES;
  const names = namesByMinistry(first.count);
  const pool = random.shuffle(
    [...names].flatMap(([ministry, own]) =>
      own.map((name) => ({ name, ministry, today: todayOf(ministry) })),
    ),
  );
  const counted = Object.values(COUNTED_BY_YEAR).reduce((sum, count) => sum + count, 0);
  const open = takeOpen(pool, second.count - counted);
  const closed = pool.filter((item) => !open.has(item));
  const ceased = new Set(closed.slice(0, first.count - second.count));
  const years = yearsOf(closed.filter((item) => !ceased.has(item)));
  const all = pool.map((item) => ({
    ...item.name,
    ministry: item.ministry,
    today: item.today,
    year: years.get(item) ?? null,
    ceased: ceased.has(item),
    inBaseline: true,
  }));
  const extra = Object.entries(OF_UNITS).flatMap(([unit, count]) =>
    (names.get('BNV') ?? []).slice(0, count).map((name) => ({
      ...name,
      nameVi: `${name.nameVi} qua hồ sơ số của ${unit}`,
      nameEn: `${name.nameEn} through digital dossiers of ${unit}`,
      ministry: unit,
      today: unit,
      year: null,
      ceased: false,
      inBaseline: false,
    })),
  );
  return [...all, ...extra].map((item, index) => ({ ...item, code: codeOf(index) }));
}

/** Codes look like those of the national database and are invented. */
const codeOf = (index: number): string => `${1 + (index % 3)}.${String(100_000 + index * 7).slice(-6)}`;

/** As many names of each ministry as its share of all topics, together `count`. */
function namesByMinistry(count: number): Map<string, ProcedureName[]> {
  const all = new Map(Object.keys(TOPICS).map((ministry) => [ministry, namesOf(ministry)]));
  const total = [...all.values()].reduce((sum, own) => sum + own.length, 0);
  const quotas = [...all].map(([ministry, own]) => ({ ministry, exact: (own.length * count) / total }));
  const floors = quotas.reduce((sum, { exact }) => sum + Math.floor(exact), 0);
  const byRest = quotas.toSorted((a, b) => (b.exact % 1) - (a.exact % 1));
  const rounded = new Set(byRest.slice(0, count - floors).map(({ ministry }) => ministry));
  return new Map(
    quotas.map(({ ministry, exact }) => [
      ministry,
      (all.get(ministry) ?? []).slice(0, Math.floor(exact) + (rounded.has(ministry) ? 1 : 0)),
    ]),
  );
}

interface Item {
  readonly name: ProcedureName;
  readonly ministry: string;
  readonly today: string;
}

function takeOpen(pool: readonly Item[], count: number): Set<Item> {
  const open = new Set<Item>();
  for (const [ministry, wanted] of Object.entries(OPEN_BY_MINISTRY)) {
    for (const item of pool.filter(({ today }) => today === ministry).slice(0, wanted)) open.add(item);
  }
  const elsewhere = pool.filter(({ today }) => !(today in OPEN_BY_MINISTRY));
  for (const item of elsewhere.slice(0, count - open.size)) open.add(item);
  if (open.size !== count) throw new RangeError(`${open.size} open procedures instead of ${count}`);
  return open;
}

/** Gives every closed procedure its year: first 2024, which only 13 agencies had, then the others in turn. */
function yearsOf(items: readonly Item[]): Map<Item, number> {
  const years = new Map<Item, number>();
  const of2024 = items.filter(({ ministry }) => (AGENCIES_OF_2024 as readonly string[]).includes(ministry));
  const wanted = COUNTED_BY_YEAR[2024] ?? 0;
  const atLeast = AGENCIES_OF_2024.flatMap((agency) =>
    of2024.filter(({ ministry }) => ministry === agency).slice(0, 6),
  );
  const chosen = new Set([...atLeast, ...of2024].slice(0, wanted + atLeast.length));
  for (const item of [...chosen].slice(0, wanted)) years.set(item, 2024);
  const rest = items.filter((item) => !years.has(item));
  let at = 0;
  for (const [year, count] of Object.entries(COUNTED_BY_YEAR)) {
    if (Number(year) === 2024) continue;
    for (const item of rest.slice(at, at + count)) years.set(item, Number(year));
    at += count;
  }
  if (years.size !== items.length)
    throw new RangeError(`${items.length - years.size} procedures without a year`);
  return years;
}

/** A line for each agency in charge, then and now. */
export function procedureLines(procedures: readonly DemoProcedure[]): ProcedureLine[] {
  return procedures.flatMap(({ code, nameVi, nameEn, field, level, users, ministry, today }) => {
    const line = { code, nameVi, nameEn, field, level, users, ministry };
    return ministry === today ? [line] : [line, { ...line, ministry: today, ministryFrom: MERGER_DAY }];
  });
}

export function baselineLines(procedures: readonly DemoProcedure[]): BaselineLine[] {
  return BASELINES.flatMap(({ date, reason }, index) =>
    procedures
      .filter(({ inBaseline, ceased }) => inBaseline && (index === 0 || !ceased))
      .map(({ code }) => ({
        programme: PROGRAMME.code,
        date,
        reason,
        procedureCode: code,
      })),
  );
}
