import type { Indicator, IndicatorEntry, IndicatorInput } from '@tinhgon/rules/indicator/indicator';
import type { Selectable } from 'kysely';
import { lockHeads } from '../events/append-events.ts';
import type { Db, Schema, Trx } from '../schema.ts';
import { FiguresKept, ReasonMissing, VersionMoved } from './errors.ts';
import { whoseKey, whoseOf } from './indicator-rows.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

export const indicatorSubject = (code: string): string => `indicator/${code}`;

export const indicatorOf = (row: Selectable<Schema['indicator']>): Indicator => ({
  code: row.code,
  version: row.version,
  programme: row.programme,
  nameVi: row.name_vi,
  nameEn: row.name_en,
  unit: row.unit,
  countedVi: row.counted_vi,
  countedEn: row.counted_en,
  period: row.period,
  better: row.better,
});

export async function indicatorByCode(db: Db, code: string): Promise<Indicator | null> {
  const row = await db.selectFrom('indicator').selectAll().where('code', '=', code).executeTakeFirst();
  return row ? indicatorOf(row) : null;
}

/** Enters an indicator, or says another of it; the same again changes nothing. @throws VersionMoved, ReasonMissing, FiguresKept */
export async function saveIndicator(
  db: Db,
  { basedOn, reason, ...input }: IndicatorInput,
  stamp: Stamp,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const subject = indicatorSubject(input.code);
    await lockHeads(trx, [subject]);
    const old = await indicatorByCode(trx, input.code);
    if (old && isSame(old, { ...input, version: old.version })) return old.version;
    if ((old?.version ?? 0) !== basedOn) throw new VersionMoved(String(old?.version ?? 0));
    if (old && reason === '') throw new ReasonMissing();
    if (old && (old.unit !== input.unit || old.period !== input.period) && (await hasFigures(trx, old.code)))
      throw new FiguresKept(old.unit === input.unit ? 'period' : 'unit');
    const indicator = { ...input, version: basedOn + 1 };
    await writeCatalogue(trx, [{ subject, body: { type: 'indicatorSaved', indicator, reason } }], stamp);
    return indicator.version;
  });
}

export async function hasFigures(db: Db, code: string): Promise<boolean> {
  const one = await db
    .selectFrom('indicator_entry')
    .select('version')
    .where('indicator', '=', code)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

export const figureOf = (row: Selectable<Schema['indicator_entry']>): IndicatorEntry => ({
  indicator: row.indicator,
  kind: row.kind,
  period: row.period,
  ...whoseOf(row.whose),
  version: row.version,
  value: row.value === null ? null : Number(row.value),
  outOf: row.out_of === null ? null : Number(row.out_of),
  source: row.source,
});

/** The figure as it stands now. */
export async function newestFigure(
  trx: Trx,
  of: Pick<IndicatorEntry, 'indicator' | 'kind' | 'period' | 'agency' | 'group'>,
): Promise<IndicatorEntry | null> {
  const row = await trx
    .selectFrom('indicator_entry')
    .selectAll()
    .where('indicator', '=', of.indicator)
    .where('kind', '=', of.kind)
    .where('period', '=', of.period)
    .where('whose', '=', whoseKey(of))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? figureOf(row) : null;
}

/** Enters a figure or corrects it: the old one stays as an earlier version. @throws VersionMoved */
export async function enterIndicatorFigure(
  db: Db,
  figure: Omit<IndicatorEntry, 'version'>,
  { basedOn, reason }: { readonly basedOn: number; readonly reason: string },
  stamp: Stamp,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const subject = indicatorSubject(figure.indicator);
    await lockHeads(trx, [subject]);
    const old = await newestFigure(trx, figure);
    if (old && isSame(old, { ...figure, version: old.version })) return old.version;
    if ((old?.version ?? 0) !== basedOn) throw new VersionMoved(String(old?.version ?? 0));
    const entry = { ...figure, version: basedOn + 1 };
    await writeCatalogue(trx, [{ subject, body: { type: 'indicatorEntered', entry, reason } }], stamp);
    return entry.version;
  });
}
