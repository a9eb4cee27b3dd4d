import type { UnitOfMeasure } from '@tinhgon/rules/indicator/amount';
import { amountOf } from '@tinhgon/rules/indicator/amount';
import { groupsOf, targetFor } from '@tinhgon/rules/indicator/compare';
import { INDICATOR_GROUPS, type IndicatorGroup } from '@tinhgon/rules/indicator/indicator';
import type { IndicatorHead, WhoseView } from '@tinhgon/rules/views/indicator';
import { type RawBuilder, sql } from 'kysely';
import { whoseOf } from '../../catalogue/indicator-rows.ts';
import type { Db, Schema } from '../../schema.ts';
import { type AgencyRef, agencyRefs } from '../agency-refs.ts';

export type EntryRow = Schema['indicator_entry'];

/** Figures as the record had them by a moment, of periods that had begun by a day: the newest version of each. */
export async function figuresAt(
  db: Db,
  { asAt, knownAt }: { readonly asAt: string; readonly knownAt: string },
  of: RawBuilder<unknown>,
): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select distinct on (indicator, kind, period, whose) * from indicator_entry
    where ${of} and known_from <= ${knownAt}::timestamptz and "from" <= ${asAt}::date
    order by indicator, kind, period, whose, version desc`.execute(db);
  return rows;
}

export const amountIn = (unit: UnitOfMeasure, kept: string | null): number | null =>
  kept === null ? null : amountOf(unit, Number(kept));
export const countIn = (kept: string | null): number | null => (kept === null ? null : Number(kept));

export const headOf = (row: Schema['indicator']): IndicatorHead => ({
  code: row.code,
  programme: row.programme,
  name: { vi: row.name_vi, en: row.name_en },
  unit: row.unit,
  counted: { vi: row.counted_vi, en: row.counted_en || null },
  period: row.period,
  better: row.better,
  version: row.version,
});

const groupOrder = (group: IndicatorGroup) => INDICATOR_GROUPS.indexOf(group);

/** Who is behind the keys of figures: names, the order they stand in, and the target each is held against. */
export async function behind(db: Db, keys: Iterable<string>) {
  const distinct = [...new Set(keys)];
  const codes = distinct.filter((key) => !key.startsWith('@'));
  const refOf = await agencyRefs(db, codes);
  const kinds = new Map<string, string>();
  if (codes.length > 0) {
    const rows = await db.selectFrom('agency').select(['code', 'kind']).where('code', 'in', codes).execute();
    for (const { code, kind } of rows) kinds.set(code, kind);
  }
  const view = (key: string): WhoseView => {
    const { agency, group } = whoseOf(key);
    return { agency: agency === null ? null : refOf(agency), group };
  };
  return {
    view,
    /** Groups first, the widest before the others, then agencies by name. */
    sorted: (list: Iterable<string>): string[] => [...list].sort((a, b) => compare(view(a), view(b))),
    /** Targets by key, as kept. */
    target: (unit: UnitOfMeasure, key: string, targets: ReadonlyMap<string, number | null>) => {
      const own = targets.get(key) ?? null;
      const { agency } = whoseOf(key);
      const groups = agency === null ? [] : groupsOf(kinds.get(agency) ?? '');
      return targetFor(
        unit,
        own,
        groups.map((group) => targets.get(`@${group}`) ?? null),
      );
    },
  };
}

function compare(a: WhoseView, b: WhoseView): number {
  if (a.group !== null && b.group !== null) return groupOrder(a.group) - groupOrder(b.group);
  if (a.group !== null || b.group !== null) return a.group === null ? 1 : -1;
  return byName(a.agency, b.agency);
}

const byName = (a: AgencyRef | null, b: AgencyRef | null): number =>
  (a?.name.vi ?? '').localeCompare(b?.name.vi ?? '', 'vi') || ((a?.code ?? '') < (b?.code ?? '') ? -1 : 1);
