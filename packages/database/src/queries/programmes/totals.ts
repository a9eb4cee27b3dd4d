import { sql } from 'kysely';
import type { AsAt } from '@tinhgon/rules/counting';
import { yearOf } from '@tinhgon/rules/days';
import { sharePercent } from '@tinhgon/rules/share';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import type { Db, Trx } from '../../schema.ts';
import { baselinesCte, cellCtes, inBaseCte, ofTheBaseline } from '../counting/counted.ts';
import { agenciesThen, agencyRefsThen } from '../then/agencies-then.ts';
import { documentsAtWork } from './documents-at-work.ts';
import { monthlyCount } from './monthly-count.ts';

/**
 * A programme's number with all its parts, as at a day and as known at a moment; null when there is no such
 * programme. Every part adds up to `simplified`. All parts are read from one snapshot.
 */
export async function totals(db: Db, programme: string, asked: AsAt): Promise<TotalsView | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const found = await trx
        .selectFrom('programme')
        .select(['code', 'name_vi', 'name_en'])
        .where('code', '=', programme)
        .executeTakeFirst();
      if (!found) return null;
      const baseline = await baselineInForce(trx, programme, asked);
      const parts = await countParts(trx, programme, asked);
      const atWork = await documentsAtWork(trx, programme, asked);
      const simplified = parts.find((part) => part.part === 'all')?.simplified ?? 0;
      const year = parts.find((part) => part.part === 'year' && part.year === yearOf(asked.asAt));
      return {
        programme: found.code,
        name: { vi: found.name_vi, en: found.name_en },
        asAt: asked.asAt,
        knownAt: asked.knownAt,
        baseline,
        simplified,
        sharePercent: baseline ? sharePercent(simplified, baseline.count) : null,
        byMinistry: await ministries(trx, parts, atWork.byMinistry, asked),
        byYear: parts.flatMap(({ part, year: y, simplified: n, documents, ministries: m }) =>
          part === 'year' && y !== null ? [{ year: y, simplified: n, documents, ministries: m }] : [],
        ),
        byMeasure: await byMeasure(trx, programme, asked),
        documents: {
          total: parts.find((part) => part.part === 'all')?.documents ?? 0,
          inYear: year?.documents ?? 0,
          open: atWork.open,
          overdue: atWork.overdue,
        },
        byMonth: await monthlyCount(trx, programme, asked),
      };
    });
}

async function baselineInForce(trx: Trx, programme: string, asked: AsAt): Promise<TotalsView['baseline']> {
  const { rows } = await sql<{ date: string; count: number; reason: string }>`
    with ${baselinesCte(asked, programme)}
    select date, count, reason from base where date <= ${asked.asAt}::date order by date desc limit 1`.execute(
    trx,
  );
  return rows[0] ?? null;
}

interface Part {
  part: 'all' | 'ministry' | 'year';
  ministry: string | null;
  year: number | null;
  /** Members of the baseline; counted procedures where there is none. */
  members: number;
  simplified: number;
  in_year: number;
  /** Of the whole and of a year. */
  documents: number;
  ministries: number;
}

/**
 * One pass over the cells of the set the programme is measured against. `ministries` goes by the agency in charge
 * on the day a procedure counted, so that "13 ministries in 2024" stays true after a merger; the partition by
 * ministry goes by the day asked for.
 */
async function countParts(trx: Trx, programme: string, asked: AsAt): Promise<Part[]> {
  const asAt = sql`${asked.asAt}::date`;
  const { rows } = await sql<Part>`
    with ${cellCtes(asked, programme)},
    placed as materialized (
      select ministry, document_code, procedures, counts_on <= ${asAt} as counts,
        case when counts_on <= ${asAt} then extract(year from counts_on)::int end as year,
        case when counts_on <= ${asAt} then counted_ministry end as counted_ministry
      from cell
    ),
    -- Apart from the sums: what is told apart has to be sorted, what is added up has not.
    told_apart as (
      select year, count(distinct document_code)::int as documents, count(distinct counted_ministry)::int as ministries
      from (select distinct year, document_code, counted_ministry from placed where counts) one
      group by grouping sets ((), (year))
    ),
    sums as (
      select
        case when grouping(ministry) = 0 then 'ministry' when grouping(year) = 0 then 'year' else 'all' end as part,
        ministry, year,
        coalesce(sum(procedures), 0)::int as members,
        coalesce(sum(procedures) filter (where counts), 0)::int as simplified,
        coalesce(sum(procedures) filter (where year = extract(year from ${asAt})), 0)::int as in_year
      from placed
      group by grouping sets ((), (ministry), (year))
    )
    select sums.*, coalesce(told_apart.documents, 0) as documents, coalesce(told_apart.ministries, 0) as ministries
    from sums left join told_apart
      on part = 'all' and told_apart.year is null or part = 'year' and told_apart.year = sums.year
    order by sums.year`.execute(trx);
  return rows;
}

async function byMeasure(trx: Trx, programme: string, asked: AsAt): Promise<TotalsView['byMeasure']> {
  const { rows } = await sql<TotalsView['byMeasure'][number]>`
    with ${baselinesCte(asked, programme)}, ${inBaseCte(asked)}
    select c.measure, sum(c.procedures)::int as simplified
    from measure_cell c
    where ${ofTheBaseline('c', asked, programme)} and c.counts_on <= ${asked.asAt}::date
    group by c.measure
    order by c.measure`.execute(trx);
  return rows;
}

type AtWork = Awaited<ReturnType<typeof documentsAtWork>>['byMinistry'];

/** Ministries with a part in the baseline or a document at work, largest part first, then by name. */
async function ministries(
  trx: Trx,
  parts: readonly Part[],
  atWork: AtWork,
  asked: AsAt,
): Promise<TotalsView['byMinistry']> {
  const counted = new Map(
    parts.flatMap((part) => (part.part === 'ministry' ? [[part.ministry ?? '', part] as const] : [])),
  );
  const codes = [...new Set([...counted.keys(), ...atWork.keys()])];
  const agencies = await agenciesThen(trx, asked, codes);
  const heirs = agencies.flatMap(({ successor }) => successor ?? []);
  const refOf = await agencyRefsThen(trx, [...codes, ...heirs], asked);
  const byName = agencies
    .map(({ code }) => refOf(code))
    .toSorted((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'));
  const known = new Map(agencies.map((agency) => [agency.code, agency]));
  const placeOf = new Map(byName.map(({ code }, place) => [code, place]));
  return codes
    .map((code) => {
      const part = counted.get(code);
      const successor = known.get(code)?.successor;
      const work = atWork.get(code);
      return {
        place: placeOf.get(code) ?? byName.length,
        agency: refOf(code),
        baseline: part?.members ?? 0,
        simplified: part?.simplified ?? 0,
        inYear: part?.in_year ?? 0,
        documentsOpen: work?.open ?? 0,
        documentsOverdue: work?.overdue ?? 0,
        proceduresOverdue: work?.procedures_overdue ?? 0,
        successor: successor == null ? null : refOf(successor),
      };
    })
    .sort((a, b) => b.baseline - a.baseline || a.place - b.place)
    .map(({ place: _place, ...ministry }) => ministry);
}
