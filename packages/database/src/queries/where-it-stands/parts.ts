import type { AsAt } from '@tinhgon/rules/counting';
import type { PartsView } from '@tinhgon/rules/views/where-it-stands';
import { type DocumentType, DOCUMENT_TYPES, LEVELS, type Level } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { baselinesCte, knownAtMoment } from '../counting/counted.ts';

interface Row {
  part: 'whole' | 'level' | 'field' | 'type';
  level: Level | null;
  field: string | null;
  type: DocumentType | null;
  baseline: number;
  simplified: number;
}

/**
 * The members of the baseline in force (whatever is linked, before the first one) by level and field of the catalogue
 * and by the type of the document they stand at.
 */
export async function parts(db: Db, programme: string, asked: AsAt): Promise<PartsView> {
  const { rows } = await sql<Row>`
    with ${baselinesCte(asked, programme)},
    in_base as materialized (select id from base where date <= ${asked.asAt}::date order by date desc limit 1),
    member as (
      select procedure_code from baseline_member where baseline_id = (select id from in_base)
      union all
      select c.procedure_code from counted_period c
      where c.programme = ${programme} and c.document_code is not null and ${knownAtMoment('c', asked)}
        and not exists (select from in_base)
    ),
    placed as (
      select p.level, p.field, d.type, coalesce(c.counts_on <= ${asked.asAt}::date, false) as counts
      from member m
      join procedure p on p.code = m.procedure_code
      left join counted_period c on c.programme = ${programme} and c.procedure_code = m.procedure_code
        and ${knownAtMoment('c', asked)}
      left join document d on d.code = c.document_code
    ),
    -- Few combinations are left to be split three ways.
    together as materialized (
      select level, field, type, count(*) as members, count(*) filter (where counts) as done
      from placed group by level, field, type
    )
    select
      case when grouping(level) = 0 then 'level' when grouping(field) = 0 then 'field'
        when grouping(type) = 0 then 'type' else 'whole' end as part,
      level, field, type, coalesce(sum(members), 0)::int as baseline, coalesce(sum(done), 0)::int as simplified
    from together group by grouping sets ((), (level), (field), (type))`.execute(db);
  const of = (part: Row['part']) => rows.filter((row) => row.part === part);
  const counts = ({ baseline, simplified }: Row) => ({ baseline, simplified });
  const whole = of('whole')[0];
  return {
    ...asked,
    baseline: whole?.baseline ?? 0,
    simplified: whole?.simplified ?? 0,
    byLevel: inOrder(LEVELS, of('level'), (row) => row.level).map((row) => ({
      level: row.level,
      ...counts(row),
    })),
    byField: of('field')
      .toSorted((a, b) => largestKnownFirst(a, b, (row) => row.field))
      .map((row) => ({ field: row.field, ...counts(row) })),
    byDocumentType: inOrder(DOCUMENT_TYPES, of('type'), (row) => row.type).map((row) => ({
      type: row.type,
      ...counts(row),
    })),
  };
}

/** In the order of the words, those without one last. */
const inOrder = <T extends string>(words: readonly T[], rows: readonly Row[], of: (row: Row) => T | null) =>
  [...words, null].flatMap((word) => rows.filter((row) => of(row) === word));

function largestKnownFirst(a: Row, b: Row, of: (row: Row) => string | null): number {
  const [x, y] = [of(a), of(b)];
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  return b.baseline - a.baseline || x.localeCompare(y, 'vi');
}
