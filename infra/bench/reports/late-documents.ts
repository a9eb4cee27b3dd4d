import type { Db } from '@tinhgon/database/schema';
import { sql } from 'kysely';
import { PROGRAMME } from '../reads/generate.ts';

/** As many documents that were never signed as there may be lines: far more than any government has. */
export async function lateDocuments(db: Db, lines: number): Promise<void> {
  await sql`
    insert into document (code, programme, type, number, title, lead_agency, phase, procedures, search, state)
    select 'LATE-' || lpad(i::text, 6, '0'), ${PROGRAMME}, 'circular', null, 'Thông tư quá hạn số ' || i, 'B01',
      'drafting', 3, 'late-' || i, '{}'
    from generate_series(1, ${lines}::int) i`.execute(db);
  await sql`
    insert into subject_period (subject, from_at, known_from, phase, agency, programme, title, planned_on,
      first_planned_on, procedures)
    select 'document/' || code, '2025-01-01', '2025-01-01', phase, lead_agency, programme, title,
      '2025-06-01'::date + length(code), '2025-06-01', procedures
    from document where code like 'LATE-%'`.execute(db);
  await sql`
    insert into step_period (subject, step, opened_at, place, from_at, known_from, programme, ministry, number, function,
      agency, procedures)
    select 'document/' || code, 'draft', '2025-01-01', 0, '2025-01-01', '2025-01-01', programme, lead_agency, 4,
      'drafter', lead_agency, procedures
    from document where code like 'LATE-%'`.execute(db);
  await sql`vacuum analyze`.execute(db);
}
