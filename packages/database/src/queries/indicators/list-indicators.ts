import type { AsAt } from '@tinhgon/rules/counting';
import { amountOf } from '@tinhgon/rules/indicator/amount';
import { reaches } from '@tinhgon/rules/indicator/compare';
import type { IndicatorItem, IndicatorList, IndicatorPoint } from '@tinhgon/rules/views/indicator';
import { sql } from 'kysely';
import type { Db, Schema } from '../../schema.ts';
import { behind, countIn, type EntryRow, figuresAt, headOf } from './figures.ts';

/** Periods a line in a list is drawn over, and lines of one indicator in it. */
const POINTS = 12;
const SERIES = 3;

/** Indicators of a programme by name, with the latest course of their groups as at a day. */
export async function listIndicators(
  db: Db,
  programme: string,
  days: AsAt,
): Promise<Pick<IndicatorList, 'items'>> {
  const [indicators, entries] = await Promise.all([
    db
      .selectFrom('indicator')
      .selectAll()
      .where('programme', '=', programme)
      .orderBy(sql`name_vi collate "vi-x-icu"`)
      .orderBy('code')
      .execute(),
    figuresAt(db, days, sql`indicator in (select code from indicator where programme = ${programme})`),
  ]);
  const names = await behind(
    db,
    entries.map(({ whose }) => whose),
  );
  const byIndicator = Map.groupBy(entries, ({ indicator }) => indicator);
  return { items: indicators.map((row) => itemOf(row, byIndicator.get(row.code) ?? [], names)) };
}

type Names = Awaited<ReturnType<typeof behind>>;

function itemOf(row: Schema['indicator'], entries: readonly EntryRow[], names: Names): IndicatorItem {
  const values = entries.filter(({ kind, value }) => kind === 'value' && value !== null);
  const byWhose = Map.groupBy(values, ({ whose }) => whose);
  const all = names.sorted(byWhose.keys());
  const groups = all.filter((key) => key.startsWith('@'));
  const shown = (groups.length > 0 ? groups : all).slice(0, SERIES);
  const targets = targetsByPeriod(entries);
  return {
    ...headOf(row),
    series: shown.map((key) => ({
      ...names.view(key),
      points: (byWhose.get(key) ?? [])
        .slice(-POINTS)
        .map((entry) =>
          pointOf(row, entry, names.target(row.unit, key, targets.get(entry.period) ?? new Map())),
        ),
    })),
    others: all.filter((key) => !key.startsWith('@') && !shown.includes(key)).length,
  };
}

function pointOf(row: Schema['indicator'], entry: EntryRow, target: number | null): IndicatorPoint {
  const value = Number(entry.value);
  return {
    period: entry.period,
    amount: amountOf(row.unit, value),
    outOf: countIn(entry.out_of),
    target: target === null ? null : amountOf(row.unit, target),
    reached: reaches(row.better, value, target),
  };
}

/** Targets as kept, by period and whose. */
export function targetsByPeriod(
  entries: readonly EntryRow[],
): ReadonlyMap<string, ReadonlyMap<string, number | null>> {
  const targets = Map.groupBy(
    entries.filter(({ kind }) => kind === 'target'),
    ({ period }) => period,
  );
  return new Map(
    [...targets].map(([period, rows]) => [
      period,
      new Map(rows.map(({ whose, value }) => [whose, countIn(value)])),
    ]),
  );
}
