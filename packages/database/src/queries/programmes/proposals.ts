import type { Actor } from '@tinhgon/rules/actor';
import {
  objectionToDecidingProposal,
  objectionToWithdrawingProposal,
} from '@tinhgon/rules/baseline/proposal';
import type { LegalDate } from '@tinhgon/rules/day';
import { sharePercent } from '@tinhgon/rules/share';
import type {
  proposalMember,
  proposalMembersInput,
  ProposalSummary,
  ProposalView,
} from '@tinhgon/rules/views/baseline';
import { sql } from 'kysely';
import { z } from 'zod';
import { baselineOn } from '../../catalogue/baseline-rows.ts';
import type { Db, Schema } from '../../schema.ts';
import { agencyRefs } from '../agency-refs.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';
import { permissionOf } from '../permission-of.ts';

/** Proposed changes of a programme's baselines, those still to be decided first, then the newest. */
export async function baselineProposals(db: Db, programme: string): Promise<ProposalSummary[]> {
  const rows = await db
    .selectFrom('baseline_proposal')
    .select(SUMMARY)
    .select(sql<number>`cardinality(procedure_codes)`.as('count'))
    .where('programme', '=', programme)
    .orderBy(sql`state = 'proposed'`, 'desc')
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(summaryOf);
}

const SUMMARY = [
  'id',
  'programme',
  'date',
  'reason',
  'decision',
  'state',
  'proposed_by',
  'proposed_at',
  'decided_by',
  'decided_at',
  'decided_reason',
] as const;
type Row = Pick<Schema['baseline_proposal'], (typeof SUMMARY)[number]> & { readonly count: number };

const summaryOf = (row: Row): ProposalSummary => ({
  id: row.id,
  programme: row.programme,
  date: row.date,
  count: row.count,
  reason: row.reason,
  decision: row.decision,
  state: row.state,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  decidedReason: row.decided_reason,
});

/** CTE `member(code, in_before, in_after, ministry, simplified)`: everything before or after, as it stands on a day. */
const memberCte = (id: string, day: LegalDate) => sql`
  proposal as (select * from baseline_proposal where id = ${id}),
  after as (select unnest(procedure_codes) collate "C" as code from proposal),
  before as (select m.procedure_code as code from proposal join baseline_member m on m.baseline_id = proposal.base_id),
  member as materialized (
    select code, before.code is not null as in_before, after.code is not null as in_after,
      ministry_on(pm.ministries, ${day}::date) as ministry,
      coalesce(p.counts_on <= ${day}::date, false) as simplified
    from before full join after using (code)
    left join procedure_ministries pm on pm.procedure_code = code and pm.known_to is null
    left join counted_period p on p.programme = (select programme from proposal) and p.procedure_code = code
      and p.known_to is null
  )`;

interface Part {
  ministry: string | null;
  whole: boolean;
  before: number;
  after: number;
  added: number;
  removed: number;
  counted_before: number;
  counted_after: number;
}

/** What a proposal would change, as it stands on `day`. Null when there is none of that id. */
export async function baselineProposal(
  db: Db,
  id: string,
  reader: Actor,
  day: LegalDate,
): Promise<ProposalView | null> {
  const row = await db.selectFrom('baseline_proposal').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const [base, inForce, { rows: parts }] = await Promise.all([
    db
      .selectFrom('baseline')
      .select(['date', 'count', 'reason'])
      .where('id', '=', row.base_id ?? '')
      .executeTakeFirst(),
    db.transaction().execute((trx) => baselineOn(trx, row.programme, row.date)),
    sql<Part>`
      with ${memberCte(id, day)}
      select ministry, grouping(ministry) = 1 as whole, count(*) filter (where in_before)::int as before,
        count(*) filter (where in_after)::int as after, count(*) filter (where in_after and not in_before)::int as added,
        count(*) filter (where in_before and not in_after)::int as removed,
        count(*) filter (where in_before and simplified)::int as counted_before,
        count(*) filter (where in_after and simplified)::int as counted_after
      from member group by grouping sets ((), (ministry))`.execute(db),
  ]);
  const whole = parts.find((part) => part.whole);
  const ministries = parts.filter((part) => !part.whole);
  const refOf = await agencyRefs(
    db,
    ministries.map(({ ministry }) => ministry ?? ''),
  );
  const proposal = { state: row.state, proposedBy: row.proposed_by_id };
  const [before, after] = [whole?.before ?? 0, whole?.after ?? 0];
  const simplified = { before: whole?.counted_before ?? 0, after: whole?.counted_after ?? 0 };
  return {
    ...summaryOf({ ...row, count: row.procedure_codes.length }),
    base: base ?? null,
    added: whole?.added ?? 0,
    removed: whole?.removed ?? 0,
    simplified,
    sharePercent: {
      before: sharePercent(simplified.before, before),
      after: sharePercent(simplified.after, after),
    },
    byMinistry: ministries
      .map(({ ministry, before: was, added, removed, after: is }) => ({
        agency: refOf(ministry ?? ''),
        before: was,
        added,
        removed,
        after: is,
      }))
      .sort((a, b) => b.after - a.after || (a.agency.code < b.agency.code ? -1 : 1)),
    baseHolds: row.state !== 'proposed' || row.base_id === (inForce?.id ?? null),
    mayDecide: permissionOf(objectionToDecidingProposal(proposal, reader)),
    mayWithdraw: permissionOf(objectionToWithdrawingProposal(proposal, reader)),
  };
}

const memberPlace = z.tuple([word(60)]);

/** The procedures that come in or go out, by code. */
export async function baselineProposalMembers(
  db: Db,
  id: string,
  asked: z.output<typeof proposalMembersInput>,
  day: LegalDate,
): Promise<{ items: z.infer<typeof proposalMember>[]; total: number; nextCursor: string | null }> {
  const [after] = placeOf(memberPlace, asked.cursor) ?? [''];
  const side = asked.side === 'added' ? sql`in_after and not in_before` : sql`in_before and not in_after`;
  const { rows } = await sql<{
    code: string;
    name_vi: string | null;
    name_en: string | null;
    ministry: string | null;
    simplified: boolean;
    total: number;
  }>`
    with ${memberCte(id, day)},
    side as (select * from member where ${side})
    select side.code, p.name_vi, p.name_en, side.ministry, side.simplified, (select count(*)::int from side) as total
    from side left join procedure p using (code)
    where side.code > ${after} order by side.code limit ${asked.limit + 1}`.execute(db);
  const page = rows.slice(0, asked.limit);
  const refOf = await agencyRefs(
    db,
    page.map((row) => row.ministry ?? ''),
  );
  const last = rows.length > asked.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({
      code: row.code,
      name: { vi: row.name_vi ?? row.code, en: row.name_en },
      ministry: row.ministry === null ? null : refOf(row.ministry),
      simplified: row.simplified,
    })),
    total: rows[0]?.total ?? 0,
    nextCursor: last ? cursorOf([last.code]) : null,
  };
}
