import { type CopyOutcome, missingLines } from '@tinhgon/rules/report/signature';
import { sql } from 'kysely';
import type { Db } from '../schema.ts';

interface ToCompare {
  readonly report: string;
  readonly sha256: string;
  readonly figures: readonly string[] | null;
  readonly state: 'ready' | 'none' | 'failed';
  readonly text: string;
}

/** Holds one signed copy, whose words have been read or cannot be, against its report; false when none waits. */
export async function compareSignedCopy(db: Db): Promise<boolean> {
  const { rows } = await sql<ToCompare>`
    select s.report, s.sha256, r.figures, t.state, t.text
    from report_signature s
      join report r on r.id = s.report
      join file_text t on t.sha256 = s.sha256 and t.state <> 'pending'
    where not exists (select from signed_copy_check c where c.report = s.report and c.sha256 = s.sha256)
    limit 1`.execute(db);
  const [copy] = rows;
  if (!copy) return false;
  const { report, sha256 } = copy;
  const { outcome, missing } = comparison(copy);
  await db
    .insertInto('signed_copy_check')
    .values({ report, sha256, outcome, missing: JSON.stringify(missing) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

function comparison({ figures, state, text }: ToCompare): { outcome: CopyOutcome; missing: string[] } {
  if (state === 'none') return { outcome: 'none', missing: [] };
  if (state === 'failed') return { outcome: 'unread', missing: [] };
  if (figures === null) return { outcome: 'unknown', missing: [] };
  const missing = missingLines(figures, text);
  return { outcome: missing.length === 0 ? 'same' : 'differs', missing };
}
