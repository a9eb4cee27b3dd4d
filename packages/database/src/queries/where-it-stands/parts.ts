import type { AsAt } from '@tinhgon/rules/counting';
import type { PartsView } from '@tinhgon/rules/views/where-it-stands';
import { type DocumentType, DOCUMENT_TYPES, LEVELS, type Level } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { baselinesCte, inBaseCte, ofTheBaseline } from '../counting/counted.ts';

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
    ${inBaseCte(asked)},
    -- Few combinations are left to be split three ways.
    together as materialized (
      select c.level, c.field, d.type, sum(c.procedures) as members,
        sum(c.procedures) filter (where c.counts_on <= ${asked.asAt}::date) as done
      from part_cell c left join document d on d.code = c.document_code
      where ${ofTheBaseline('c', asked, programme)}
      group by c.level, c.field, d.type
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
