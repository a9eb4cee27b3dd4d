import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import type { AsAt } from '@tinhgon/rules/counting';
import type { ProcedureView, procedureListInput } from '@tinhgon/rules/views/totals';
import type { Level, MeasureKind } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';
import { searchPatterns } from '../../search-key.ts';
import { visiblePlans } from '../plans/visible-plans.ts';
import { baselinesCte, countedCtes, ministryOn } from '../counting/counted.ts';
import { evidenceOfProcedures } from './evidence-of-procedures.ts';

export type ProcedureQuestion = Omit<z.output<typeof procedureListInput>, 'asAt' | 'knownAt'> & AsAt;

interface Row {
  code: string;
  name_vi: string;
  name_en: string | null;
  field: string | null;
  level: Level | null;
  ministry: string | null;
  ministry_vi: string | null;
  ministry_en: string | null;
  in_baseline: boolean;
  measure: MeasureKind | null;
  plan_code: string | null;
  counts_on: string | null;
  simplified: boolean;
  total: number;
}

/**
 * A page of procedures by code, each with its evidence. With a programme the page is of its baseline's members
 * (of whatever is linked, before the first baseline), so that a list has as many lines as the number that led
 * to it; without one, of the whole catalogue. A plan is named to those who may see it. `total` counts the lines of all pages.
 */
export async function listProcedures(
  db: Db,
  actor: Actor,
  asked: ProcedureQuestion,
): Promise<{ items: ProcedureView[]; total: number; nextCursor: string | null }> {
  const { rows } = await select(db, actor, asked);
  const page = rows.slice(0, asked.limit);
  const evidence = await evidenceOfProcedures(
    db,
    page.map((row) => row.code),
    asked.programme ?? null,
    asked.knownAt,
  );
  return {
    items: page.map((row) => ({ ...procedureOf(row), evidence: evidence.get(row.code) ?? [] })),
    total: rows[0]?.total ?? (asked.cursor === undefined ? 0 : await countAll(db, actor, asked)),
    nextCursor: rows.length > asked.limit ? (page.at(-1)?.code ?? null) : null,
  };
}

/** One procedure with its evidence; null when there is none of that code. */
export async function getProcedure(
  db: Db,
  actor: Actor,
  code: string,
  asked: AsAt,
): Promise<ProcedureView | null> {
  const { rows } = await select(db, actor, { ...asked, status: 'any', limit: 1, only: code });
  const [row] = rows;
  if (!row) return null;
  const evidence = await evidenceOfProcedures(db, [code], null, asked.knownAt);
  return { ...procedureOf(row), evidence: evidence.get(code) ?? [] };
}

async function countAll(db: Db, actor: Actor, asked: ProcedureQuestion): Promise<number> {
  const { cursor: _cursor, ...fromTheStart } = asked;
  const { rows } = await select(db, actor, { ...fromTheStart, limit: 1 });
  return rows[0]?.total ?? 0;
}

function select(db: Db, actor: Actor, asked: ProcedureQuestion & { only?: string }) {
  const asAt = sql`${asked.asAt}::date`;
  const programme = asked.programme ?? null;
  const conditions = [
    ...searchPatterns(asked.q).map((pattern) => sql`search like ${pattern}`),
    ...(asked.only === undefined ? [] : [sql`code = ${asked.only}`]),
    ...(asked.ministry === undefined ? [] : [sql`ministry = ${asked.ministry}`]),
    ...(asked.status === 'simplified' ? [sql`simplified`] : []),
    ...(asked.status === 'open' ? [sql`not simplified`] : []),
    ...(asked.year === undefined ? [] : [sql`simplified and extract(year from counts_on) = ${asked.year}`]),
    ...(asked.measure === undefined ? [] : [sql`measure = ${asked.measure}`]),
    ...(asked.document === undefined
      ? []
      : [
          sql`exists (select from known_link l where l.procedure_code = code and l.document_code = ${asked.document})`,
        ]),
  ];
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;
  const after = asked.cursor === undefined ? sql`` : sql`where code > ${asked.cursor}`;
  return sql<Row>`
    with ${countedCtes(asked, programme)}, ${baselinesCte(asked, programme)},
    in_base as (select id from base where date <= ${asAt} order by date desc limit 1),
    asked_for as (
      select p.code, p.name_vi, p.name_en, p.field, p.level, p.search,
        ${ministryOn(sql.ref('p.code'), asAt)} as ministry,
        m.procedure_code is not null as in_baseline,
        c.measure, case when plan.code is not null and ${visiblePlans(actor)} then plan.code end as plan_code, c.counts_on,
        coalesce(c.counts_on <= ${asAt}, false) as simplified
      from procedure p
      left join counted c on c.procedure_code = p.code
      left join plan on plan.code = c.plan_code
      left join baseline_member m on m.procedure_code = p.code and m.baseline_id = (select id from in_base)
      where ${programme}::text is null
        or m.procedure_code is not null
        or (c.procedure_code is not null and not exists (select from in_base))
    ),
    matching as (select * from asked_for ${where}),
    page as (select * from matching ${after} order by code limit ${asked.limit + 1})
    select page.code, page.name_vi, page.name_en, field, level, ministry, a.name_vi as ministry_vi, a.name_en as ministry_en,
      in_baseline, measure, plan_code, counts_on, simplified, (select count(*)::int from matching) as total
    from page left join agency a on a.code = page.ministry
    order by page.code`.execute(db);
}

function procedureOf(row: Row): Omit<ProcedureView, 'evidence'> {
  const ministry = row.ministry ?? '';
  return {
    code: row.code,
    name: { vi: row.name_vi, en: row.name_en },
    field: row.field,
    level: row.level,
    ministry: { code: ministry, name: { vi: row.ministry_vi ?? ministry, en: row.ministry_en } },
    inBaseline: row.in_baseline,
    measure: row.measure,
    plan: row.plan_code,
    countsOn: row.counts_on,
    simplified: row.simplified,
  };
}
