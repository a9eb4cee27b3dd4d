import { takenSource, wageKey, wageOn } from '@tinhgon/rules/cost/wage';
import type { LegalDate } from '@tinhgon/rules/day';
import type { WageView } from '@tinhgon/rules/views/terms';
import type { Db } from '../../schema.ts';

export async function newestWageVersion(db: Db, code: string): Promise<number> {
  const row = await db
    .selectFrom('wage_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** All versions of all wages by code, newest first within each; `inUse` is what holds on `day`. */
export async function listWages(db: Db, day: LegalDate): Promise<WageView[]> {
  const rows = await db
    .selectFrom('wage_version')
    .selectAll()
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return rows.flatMap((row) => {
    const { code, version, sources, from, to, reason, recorded_at: at, recorded_by: by } = row;
    const taken = takenSource(sources);
    // The schema lets no version in without a source.
    if (!taken) return [];
    const inUse = wageOn(byCode.get(code) ?? [], day)?.version === version;
    const name = { vi: row.name_vi, en: row.name_en };
    return [{ code, version, name, sources, taken, from, to, inUse, recorded: { at, by, reason } }];
  });
}

/** What an hour is worth in every version, by `wageKey`. */
export async function wageValues(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('wage_version').select(['code', 'version', 'sources']).execute();
  return new Map(
    rows.map(({ code, version, sources }) => [
      wageKey(code, version),
      takenSource(sources)?.dongPerHour ?? 0,
    ]),
  );
}
