import type { CampaignAsks } from '@tinhgon/rules/campaign/state';
import type { LegalDate } from '@tinhgon/rules/day';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';

const KINDS: Readonly<Record<Exclude<CampaignAsks, 'chosen'>, readonly string[]>> = {
  ministries: ['ministry', 'ministerial-agency'],
  provinces: ['province'],
};

/** All ministries, or all provinces, that exist on a day. */
export async function campaignAgencies(
  db: Db,
  asks: Exclude<CampaignAsks, 'chosen'>,
  day: LegalDate,
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from agency
    where kind = any(${KINDS[asks]}::text[])
      and "from" <= ${day}::date and ("to" is null or "to" >= ${day}::date)
    order by code`.execute(db);
  return rows.map(({ code }) => code);
}
