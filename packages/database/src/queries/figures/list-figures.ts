import { compare, type OurCounts, partsThatDoNotAddUp } from '@tinhgon/rules/figure/compare';
import type { Figure } from '@tinhgon/rules/figure/figure';
import type { FigurePage, figureListInput } from '@tinhgon/rules/views/figure';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Schema } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';
import { totals } from '../programmes/totals.ts';

type Row = Schema['outside_figure'];
const place = z.tuple([z.iso.date(), word(60)]);

/** A page of a programme's printed figures, each beside ours of the same day as known at a moment. */
export async function listFigures(
  db: Db,
  asked: z.output<typeof figureListInput> & { readonly knownAt: string },
): Promise<Omit<FigurePage, 'mayEnter'>> {
  const { programme, cursor, limit, knownAt } = asked;
  const of = sql`programme = ${programme} and not removed`;
  const [day, id] = placeOf(place, cursor) ?? [];
  const after = day === undefined ? sql`` : sql`and (as_at, id) < (${day}::date, ${id})`;
  const [page, all] = await Promise.all([
    sql<Row>`
      select * from outside_figure where ${of} ${after}
      order by as_at desc, id desc limit ${limit + 1}`.execute(db),
    sql<Row>`select * from outside_figure where ${of}`.execute(db),
  ]);
  const rows = page.rows.slice(0, limit);
  const last = page.rows.length > limit ? rows.at(-1) : undefined;
  const days = new Map<string, TotalsView | null>();
  const readDay = async (asAt: string) => {
    if (!days.has(asAt)) days.set(asAt, await totals(db, programme, { asAt, knownAt }));
  };
  for (const { as_at: asAt } of rows) await readDay(asAt);
  const short = partsThatDoNotAddUp(all.rows.map(figureOf));
  for (const { asAt } of short) await readDay(asAt);
  const sums = short.map(({ printed, ...sum }) => ({
    ...sum,
    missing: measuredOn(days.get(sum.asAt) ?? null).filter((code) => !printed.includes(code)),
  }));
  const refOf = await agencyRefs(db, [
    ...rows.flatMap(({ ministry }) => (ministry === null ? [] : [ministry])),
    ...sums.flatMap(({ missing }) => missing),
  ]);
  return {
    items: rows.map((row) => ({
      id: row.id,
      measure: row.measure,
      asAt: row.as_at,
      ministry: row.ministry === null ? null : refOf(row.ministry),
      value: row.value,
      source: row.source,
      page: row.page,
      ...compare(row, oursOf(days.get(row.as_at) ?? null, row.ministry)),
      enteredBy: row.entered_by,
      enteredAt: row.entered_at,
    })),
    total: all.rows.length,
    nextCursor: last ? cursorOf([last.as_at, last.id]) : null,
    sums: sums.map((one) => ({ ...one, missing: one.missing.map(refOf) })),
  };
}

/** Ministries with a part of what the programme is measured by. */
const measuredOn = (whole: TotalsView | null): string[] =>
  whole?.byMinistry.flatMap(({ agency, baseline }) =>
    baseline > 0 && agency.code !== '' ? [agency.code] : [],
  ) ?? [];

function oursOf(whole: TotalsView | null, ministry: string | null): OurCounts {
  if (!whole) return { simplified: 0, inYear: 0, baseline: null };
  if (ministry === null) {
    const year = whole.byYear.find((one) => one.year === Number(whole.asAt.slice(0, 4)));
    return {
      simplified: whole.simplified,
      inYear: year?.simplified ?? 0,
      baseline: whole.baseline?.count ?? null,
    };
  }
  const part = whole.byMinistry.find(({ agency }) => agency.code === ministry);
  return {
    simplified: part?.simplified ?? 0,
    inYear: part?.inYear ?? 0,
    baseline: whole.baseline ? (part?.baseline ?? 0) : null,
  };
}

const figureOf = (row: Row): Figure => ({
  id: row.id,
  programme: row.programme,
  measure: row.measure,
  asAt: row.as_at,
  ministry: row.ministry,
  value: row.value,
  source: row.source,
  page: row.page,
});
