import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '@tinhgon/rules/actor';
import type { AsAt } from '@tinhgon/rules/counting';
import type { ProcedureView, procedureListInput } from '@tinhgon/rules/views/totals';
import type { Level, MeasureKind } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';
import { searchPatterns } from '../../search-key.ts';
import { visiblePlans } from '../plans/visible-plans.ts';
import { baselineInForce } from '../counting/baseline-in-force.ts';
import { cellCtes, knownAtMoment } from '../counting/counted.ts';
import { holdsWord } from '../search/holds-word.ts';
import { agencyRefsThen } from '../then/agencies-then.ts';
import { procedureNamesThen } from '../then/names-then.ts';
import { evidenceOfProcedures } from './evidence-of-procedures.ts';

export type ProcedureQuestion = Omit<z.output<typeof procedureListInput>, 'asAt' | 'knownAt'> & AsAt;

interface Row {
  code: string;
  field: string | null;
  level: Level | null;
  ministry: string | null;
  in_baseline: boolean;
  measure: MeasureKind | null;
  plan_code: string | null;
  counts_on: string | null;
  simplified: boolean;
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
  const question: Question = { ...asked, baseline: (await baselineOf(db, asked)) ?? null };
  const rows = await select(db, actor, question);
  const page = rows.slice(0, asked.limit);
  const evidence = await evidenceOfProcedures(
    db,
    page.map((row) => row.code),
    asked.programme ?? null,
    asked,
  );
  const nameOf = await namesThen(db, page, asked);
  return {
    items: page.map((row) => ({ ...procedureOf(row, nameOf), evidence: evidence.get(row.code) ?? [] })),
    total: await countAll(db, question),
    nextCursor: rows.length > asked.limit ? (page.at(-1)?.code ?? null) : null,
  };
}

/**
 * One procedure with its evidence; null when there is none of that code. With a programme it says whether its baseline
 * has it; the procedure is found either way.
 */
export async function getProcedure(
  db: Db,
  actor: Actor,
  code: string,
  { programme, ...asked }: AsAt & { readonly programme?: string | undefined },
): Promise<ProcedureView | null> {
  const question: ProcedureQuestion = { ...asked, status: 'any', limit: 1 };
  const baseline = programme === undefined ? null : await baselineOf(db, { ...question, programme });
  const [row] = await select(db, actor, { ...question, only: code, baseline: baseline ?? null });
  if (!row) return null;
  const evidence = await evidenceOfProcedures(db, [code], null, asked);
  // Before the first baseline whatever is linked is part of the number: nothing is outside of it.
  const inBaseline = (programme !== undefined && typeof baseline !== 'string') || row.in_baseline;
  const nameOf = await namesThen(db, [row], asked);
  return { ...procedureOf(row, nameOf), inBaseline, evidence: evidence.get(code) ?? [] };
}

type Question = ProcedureQuestion & { readonly only?: string; readonly baseline?: string | null };

/**
 * What the list is of, by what is asked: the members of the baseline in force; whatever is linked, before a
 * programme's first baseline; or the whole catalogue, each procedure with the programme it counts in first.
 * For counting, only with what the conditions look at.
 */
function source(asked: Question, { counting = false } = {}) {
  const { programme, baseline } = asked;
  const ministries =
    counting && asked.ministry === undefined
      ? sql``
      : sql`left join procedure_ministries pm on pm.procedure_code = p.code and ${knownOrFirst(asked)}`;
  if (programme === undefined) {
    return sql`procedure p ${ministries} left join lateral (
      select * from counted_period c where c.procedure_code = p.code and ${knownAtMoment('c', asked)}
      order by counts_on nulls last, linked_from desc nulls last, plan_code limit 1) c on true`;
  }
  const period = sql`counted_period c on c.programme = ${programme} and c.procedure_code = p.code and ${knownAtMoment('c', asked)}`;
  if (typeof baseline !== 'string')
    return sql`procedure p ${ministries} join ${period} and c.document_code is not null`;
  return sql`baseline_member m join procedure p on p.code = m.procedure_code and m.baseline_id = ${baseline}
    ${ministries} ${counting && !asksOfPeriods(asked) ? sql`` : sql`left join ${period}`}`;
}

/** The agencies as they were known, or as they were first entered. */
const knownOrFirst = (asked: Question) => sql`
  (${knownAtMoment('pm', asked)} or (pm.known_from > ${asked.knownAt}::timestamptz and not exists (
    select from procedure_ministries before
    where before.procedure_code = pm.procedure_code and before.known_from < pm.known_from)))`;

/** What is asked of a procedure's period, or of the cell it is added up in, under the alias `c`. */
function periodConditions(asked: Question) {
  const asAt = sql`${asked.asAt}::date`;
  return [
    ...(asked.measure === undefined ? [] : [sql`c.measure = ${asked.measure}`]),
    ...(asked.status === 'simplified' ? [sql`c.counts_on <= ${asAt}`] : []),
    ...(asked.status === 'open' ? [sql`(c.counts_on is null or c.counts_on > ${asAt})`] : []),
    ...(asked.year === undefined
      ? []
      : [sql`c.counts_on <= ${asAt} and extract(year from c.counts_on) = ${asked.year}`]),
  ];
}

const all = (conditions: readonly RawBuilder<unknown>[]) => sql.join([sql`true`, ...conditions], sql` and `);

const cellConditions = (asked: Question) =>
  all([
    ...periodConditions(asked),
    ...(asked.ministry === undefined ? [] : [sql`c.ministry = ${asked.ministry}`]),
  ]);

function conditions(asked: Question) {
  const asAt = sql`${asked.asAt}::date`;
  return all([
    ...searchPatterns(asked.q).map((pattern) => holdsWord('p.search', pattern)),
    ...(asked.only === undefined ? [] : [sql`p.code = ${asked.only}`]),
    ...(asked.level === undefined
      ? []
      : [asked.level === 'none' ? sql`p.level is null` : sql`p.level = ${asked.level}`]),
    ...(asked.field === undefined
      ? []
      : [asked.field === '' ? sql`p.field is null` : sql`p.field = ${asked.field}`]),
    ...(asked.documentType === undefined ? [] : [standsAt(asked.documentType)]),
    ...periodConditions(asked),
    ...(asked.ministry === undefined
      ? []
      : [
          // Few agencies follow each other in different ways, so each way is looked at once.
          sql`pm.ministries in (
            select ministries from agencies_in_turn where ministry_on(ministries, ${asAt}) = ${asked.ministry})`,
        ]),
    ...(asked.document === undefined
      ? []
      : [
          sql`exists (select from link l where l.procedure_code = p.code and l.document_code = ${asked.document}
            and (${asked.programme ?? null}::text is null or l.programme = ${asked.programme ?? null}::text)
            and ${knownAtMoment('l', asked)})`,
        ]),
  ]);
}

const standsAt = (type: NonNullable<Question['documentType']>) =>
  type === 'none'
    ? sql`c.document_code is null`
    : sql`c.document_code in (select code from document where type = ${type})`;

const asksOfPeriods = (asked: Question): boolean =>
  asked.documentType !== undefined || periodConditions(asked).length > 0;

/** What a cell does not tell apart. */
const asksOfProcedures = ({ document, level, field, documentType, q }: Question): boolean =>
  [document, level, field, documentType].some((one) => one !== undefined) || searchPatterns(q).length > 0;

/** Lines of all pages: added up from cells where these tell everything apart that is asked for. */
async function countAll(db: Db, asked: Question): Promise<number> {
  const { programme } = asked;
  const { rows } =
    programme !== undefined && !asksOfProcedures(asked)
      ? await sql<{ n: number }>`
          with ${cellCtes(asked, programme, asked.measure === undefined ? 'count_cell' : 'measure_cell')}
          select coalesce(sum(procedures), 0)::int as n from cell c where ${cellConditions(asked)}`.execute(
          db,
        )
      : await sql<{ n: number }>`
          select count(*)::int as n from ${source(asked, { counting: true })} where ${conditions(asked)}`.execute(
          db,
        );
  return rows[0]?.n ?? 0;
}

async function select(db: Db, actor: Actor, asked: Question): Promise<Row[]> {
  const asAt = sql`${asked.asAt}::date`;
  const after = asked.cursor === undefined ? sql`true` : sql`p.code > ${asked.cursor}`;
  const { rows } = await sql<Row>`
    with page as (
      select p.code, p.field, p.level, ministry_on(pm.ministries, ${asAt}) as ministry,
        c.measure, c.plan_code, c.counts_on, coalesce(c.counts_on <= ${asAt}, false) as simplified
      from ${source(asked)}
      where ${conditions(asked)} and ${after}
      order by p.code
      limit ${asked.limit + 1}
    )
    select page.code, field, level, ministry,
      measure, case when plan.code is not null and ${visiblePlans(actor)} then plan.code end as plan_code, counts_on,
      simplified, exists (
        select from baseline_member m where m.baseline_id = ${asked.baseline ?? null} and m.procedure_code = page.code
      ) as in_baseline
    from page
    left join plan on plan.code = page.plan_code
    order by page.code`.execute(db);
  return rows;
}

/** The baseline in force; undefined when no programme is asked about, null before its first. */
const baselineOf = async (db: Db, asked: ProcedureQuestion): Promise<string | null | undefined> =>
  asked.programme === undefined ? undefined : await baselineInForce(db, asked.programme, asked);

/** Procedures and agencies under the names of the day. */
async function namesThen(db: Db, rows: readonly Row[], asked: AsAt) {
  const [procedures, agencyOf] = await Promise.all([
    procedureNamesThen(
      db,
      rows.map(({ code }) => code),
      asked,
    ),
    agencyRefsThen(
      db,
      rows.map(({ ministry }) => ministry ?? ''),
      asked,
    ),
  ]);
  return { procedures, agencyOf };
}

function procedureOf(
  row: Row,
  { procedures, agencyOf }: Awaited<ReturnType<typeof namesThen>>,
): Omit<ProcedureView, 'evidence'> {
  return {
    code: row.code,
    name: procedures.get(row.code) ?? { vi: row.code, en: null },
    field: row.field,
    level: row.level,
    ministry: agencyOf(row.ministry ?? ''),
    inBaseline: row.in_baseline,
    measure: row.measure,
    plan: row.plan_code,
    countsOn: row.counts_on,
    simplified: row.simplified,
  };
}
