import type { Actor } from '@tinhgon/rules/actor';
import { daysBetween, type LegalDate } from '@tinhgon/rules/day';
import type { askedOfUs } from '@tinhgon/rules/views/consultation';
import type { z } from 'zod';
import type { Db } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';

const MOST = 500;

/** What the reader's agency was asked about documents that are still being drafted, and has not answered; by day. */
export async function listAskedOfUs(
  db: Db,
  actor: Actor,
  today: LegalDate,
): Promise<z.infer<typeof askedOfUs>> {
  const rows = await db
    .selectFrom('consultation as c')
    .innerJoin('document as d', 'd.code', 'c.document_code')
    .select(['c.id', 'c.asked_on', 'c.due_on', 'd.code', 'd.type', 'd.title', 'd.lead_agency'])
    .where('c.agency', '=', actor.agency)
    .where('c.answered_on', 'is', null)
    .where('d.signed_on', 'is', null)
    .where('d.phase', 'not in', ['done', 'refused', 'withdrawn'])
    .orderBy('c.due_on')
    .orderBy('d.code')
    .orderBy('c.id')
    .limit(MOST)
    .execute();
  const refOf = await agencyRefs(
    db,
    rows.map((row) => row.lead_agency),
  );
  const items = rows.map((row) => ({
    id: row.id,
    document: {
      code: row.code,
      type: row.type,
      title: row.title,
      leadAgency: refOf(row.lead_agency),
    },
    askedOn: row.asked_on,
    by: row.due_on,
    daysLate: Math.max(0, daysBetween(row.due_on, today)),
  }));
  return { items, total: items.length, nextCursor: null };
}
