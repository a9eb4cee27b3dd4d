import type { CampaignState } from '@tinhgon/rules/campaign/state';
import type { campaignListInput, CampaignSummary } from '@tinhgon/rules/views/campaign';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../schema.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';

interface Row {
  state: CampaignState;
  answered: number;
}

const place = z.tuple([z.iso.datetime(), word(200)]);

/** A page of campaigns, newest first; everyone signed in sees them. */
export async function listCampaigns(
  db: Db,
  asked: z.output<typeof campaignListInput>,
): Promise<{ items: CampaignSummary[]; total: number; nextCursor: string | null }> {
  const where = asked.phase === undefined ? sql`true` : sql`phase = ${asked.phase}`;
  const [at, code] = placeOf(place, asked.cursor) ?? [];
  const after = at === undefined ? sql`` : sql`and (opened_at, code) < (${at}::timestamptz, ${code})`;
  const [page, all] = await Promise.all([
    sql<Row>`
      select state, cardinality(answered) as answered from campaign where ${where} ${after}
      order by opened_at desc, code desc limit ${asked.limit + 1}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from campaign where ${where}`.execute(db),
  ]);
  const rows = page.rows.slice(0, asked.limit);
  const last = page.rows.length > asked.limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(({ state, answered }) => campaignSummaryOf(state, answered)),
    total: all.rows[0]?.total ?? 0,
    nextCursor: last ? cursorOf([last.state.openedAt, last.state.code]) : null,
  };
}

export const campaignSummaryOf = (state: CampaignState, answered: number): CampaignSummary => ({
  code: state.code,
  phase: state.phase,
  title: state.title,
  asks: state.asks,
  answerBy: state.answerBy,
  openedAt: state.openedAt,
  asked: state.asked.length,
  answered,
});
