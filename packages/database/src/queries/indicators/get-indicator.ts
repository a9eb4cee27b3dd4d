import type { AsAt } from '@tinhgon/rules/counting';
import { bestFirst, reaches } from '@tinhgon/rules/indicator/compare';
import { INDICATOR_GROUPS, type IndicatorGroup } from '@tinhgon/rules/indicator/indicator';
import { lastDayOf } from '@tinhgon/rules/indicator/period';
import type { ComparedAgency, EntryView, IndicatorView } from '@tinhgon/rules/views/indicator';
import { sql } from 'kysely';
import { hasFigures } from '../../catalogue/save-indicator.ts';
import { whoseKey } from '../../catalogue/indicator-rows.ts';
import type { Db, Schema } from '../../schema.ts';
import { amountIn, behind, countIn, type EntryRow, figuresAt, headOf } from './figures.ts';
import { targetsByPeriod } from './list-indicators.ts';

/** Periods of one agency's or group's course that are shown. */
const ROWS = 60;

export interface IndicatorAsked extends AsAt {
  readonly code: string;
  readonly agency?: string | undefined;
  readonly group?: IndicatorGroup | undefined;
  readonly period?: string | undefined;
}

/** One indicator as at a day: the course of one agency or group with every correction, and all agencies in one period. */
export async function getIndicator(
  db: Db,
  asked: IndicatorAsked,
): Promise<Omit<IndicatorView, 'mayEnter' | 'mayEnterFor'> | null> {
  const { asAt, knownAt, code } = asked;
  const row = await db.selectFrom('indicator').selectAll().where('code', '=', code).executeTakeFirst();
  if (!row) return null;
  const current = await figuresAt(db, asked, sql`indicator = ${code}`);
  const names = await behind(
    db,
    current.map(({ whose }) => whose),
  );
  const values = current.filter(({ kind, value }) => kind === 'value' && value !== null);
  const subjects = names.sorted(new Set(current.map(({ whose }) => whose)));
  const chosen = chosenOf(asked, subjects, new Set(values.map(({ whose }) => whose)));
  const periods = [...new Set(values.map(({ period }) => period))].sort().toReversed();
  const comparedIn = asked.period ?? periods[0] ?? null;
  const targets = targetsByPeriod(current);
  const compared = values
    .filter((entry) => entry.period === comparedIn)
    .map((entry) => {
      const own = targets.get(entry.period) ?? new Map<string, number | null>();
      const target = names.target(row.unit, entry.whose, own);
      return { entry, target, ofGroup: target !== null && (own.get(entry.whose) ?? null) === null };
    });
  const lines = compared.map((one) => lineOf(row, one, names.view(one.entry.whose)));
  const sorted = (list: readonly ComparedAgency[]) =>
    bestFirst(
      row.better,
      list.map((line) => ({ line, value: line.amount, code: line.agency?.code ?? '' })),
    ).map(({ line }) => line);
  return {
    ...headOf(row),
    asAt,
    knownAt,
    hasFigures: await hasFigures(db, code),
    subjects: subjects.map(names.view),
    chosen: chosen === null ? null : names.view(chosen),
    rows: chosen === null ? [] : await course(db, asked, row, chosen, { names, targets }),
    periods,
    comparedIn,
    groups: INDICATOR_GROUPS.flatMap((group) => lines.filter((line) => line.group === group)),
    agencies: sorted(lines.filter(({ agency }) => agency !== null)),
  };
}

type Names = Awaited<ReturnType<typeof behind>>;

/** Whom is asked for, else the first that has more than targets. */
function chosenOf(
  { agency, group }: IndicatorAsked,
  subjects: readonly string[],
  withValues: ReadonlySet<string>,
): string | null {
  const asked =
    agency === undefined && group === undefined
      ? undefined
      : whoseKey(agency === undefined ? { agency: null, group: group ?? null } : { agency, group: null });
  return (
    subjects.find((key) => key === asked) ??
    subjects.find((key) => withValues.has(key)) ??
    subjects[0] ??
    null
  );
}

function lineOf(
  { unit, better }: Schema['indicator'],
  {
    entry,
    target,
    ofGroup,
  }: { readonly entry: EntryRow; readonly target: number | null; readonly ofGroup: boolean },
  whose: Pick<ComparedAgency, 'agency' | 'group'>,
): ComparedAgency {
  return {
    ...whose,
    amount: amountIn(unit, entry.value) ?? 0,
    outOf: countIn(entry.out_of),
    target: amountIn(unit, target === null ? null : String(target)),
    targetOfGroup: ofGroup,
    reached: reaches(better, countIn(entry.value), target),
    source: entry.source,
  };
}

/** The figures of one agency or group by period, newest first, each with what it was before. */
async function course(
  db: Db,
  asked: IndicatorAsked,
  row: Schema['indicator'],
  whose: string,
  about: About,
): Promise<IndicatorView['rows']> {
  const all = await everyVersion(db, asked).where('whose', '=', whose).execute();
  return rowsOf(all, asked.asAt, row, about).slice(0, ROWS);
}

interface About {
  readonly names: Names;
  readonly targets: ReturnType<typeof targetsByPeriod>;
}

/** Newest first, of each figure the newest version first. */
const everyVersion = (db: Db, { code, asAt, knownAt }: IndicatorAsked) =>
  db
    .selectFrom('indicator_entry')
    .selectAll()
    .where('indicator', '=', code)
    .where('known_from', '<=', knownAt)
    .where('from', '<=', asAt)
    .orderBy('period', 'desc')
    .orderBy('version', 'desc');

/** Everybody's course over all periods, groups first: what there is to be taken away of an indicator. */
export async function everyCourse(db: Db, asked: IndicatorAsked) {
  const row = await db.selectFrom('indicator').selectAll().where('code', '=', asked.code).executeTakeFirst();
  if (!row) return null;
  const current = await figuresAt(db, asked, sql`indicator = ${asked.code}`);
  const all = await everyVersion(db, asked).execute();
  const byWhose = Map.groupBy(all, ({ whose }) => whose);
  const names = await behind(db, byWhose.keys());
  const about = { names, targets: targetsByPeriod(current) };
  return {
    ...headOf(row),
    courses: names.sorted(byWhose.keys()).map((key) => ({
      ...names.view(key),
      rows: rowsOf(byWhose.get(key) ?? [], asked.asAt, row, about),
    })),
  };
}

/** Versions of the figures of one agency or group as rows, a period each. */
function rowsOf(
  all: readonly EntryRow[],
  asAt: string,
  { unit, better }: Schema['indicator'],
  { names, targets }: About,
): IndicatorView['rows'] {
  const said = (entry: EntryRow) => ({
    amount: amountIn(unit, entry.value),
    outOf: countIn(entry.out_of),
    source: entry.source,
    version: entry.version,
    at: entry.recorded_at,
    by: entry.recorded_by,
    reason: entry.reason,
  });
  return [...Map.groupBy(all, ({ period }) => period)].map(([period, entries]) => {
    const view = (kind: EntryRow['kind']): EntryView | null => {
      const [newest, ...earlier] = entries.filter((entry) => entry.kind === kind).map(said);
      return newest ? { ...newest, earlier } : null;
    };
    const value = countIn(entries.find(({ kind }) => kind === 'value')?.value ?? null);
    const against = names.target(unit, entries[0]?.whose ?? '', targets.get(period) ?? new Map());
    return {
      period,
      running: lastDayOf(period) > asAt,
      value: view('value'),
      target: view('target'),
      heldAgainst: amountIn(unit, against === null ? null : String(against)),
      reached: reaches(better, value, against),
    };
  });
}
