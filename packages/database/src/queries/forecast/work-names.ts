import type { Actor } from '@tinhgon/rules/actor';
import type { AsAt } from '@tinhgon/rules/counting';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { visiblePlans } from '../plans/visible-plans.ts';
import { titleThen } from '../then/names-then.ts';

interface WorkName {
  readonly subject: 'plan' | 'document';
  readonly code: string;
  readonly title: string;
}

/** Names of then of `plan/…` and `document/…`, without the plans the reader may not see today. */
export async function workNames(
  db: Db,
  actor: Actor,
  subjects: readonly string[],
  asked: AsAt,
): Promise<ReadonlyMap<string, WorkName>> {
  const codes = (kind: string) =>
    subjects.flatMap((subject) => (subject.startsWith(`${kind}/`) ? subject.slice(kind.length + 1) : []));
  const title = (kind: string) => sql`coalesce(${titleThen(sql.lit(kind), sql.ref('code'), asked)}, code)`;
  const { rows } = await sql<WorkName>`
    select 'document' as subject, code, ${title('document')} as title from document where code = any(${codes('document')}::text[])
    union all
    select 'plan', code, ${title('plan')} from plan where code = any(${codes('plan')}::text[]) and ${visiblePlans(actor)}`.execute(
    db,
  );
  return new Map(rows.map((row) => [`${row.subject}/${row.code}`, row]));
}
