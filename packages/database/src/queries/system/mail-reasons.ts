import type { MailsView } from '@tinhgon/rules/views/system';
import { sql } from 'kysely';
import type { Db } from '../../schema.ts';

const MOST = 5;

/** Why mails have not gone out: what mail servers said, the most frequent first, without the addresses they name. */
export async function mailReasons(db: Db, givenUpSince: string): Promise<MailsView['reasons']> {
  const { rows } = await sql<MailsView['reasons'][number]>`
    select state = 'failed' as "givenUp",
      left(regexp_replace(error, '\\S+@\\S+', '…', 'g'), 300) as said,
      count(*)::int as count, max(coalesce(closed_at, created_at)) as "lastAt"
    from mail
    where error is not null
      and (state = 'waiting' or (state = 'failed' and closed_at > ${givenUpSince}))
    group by 1, 2 order by count desc, said limit ${MOST}`.execute(db);
  return rows;
}
