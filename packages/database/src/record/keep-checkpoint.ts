import { dayOf, type LegalDate } from '@tinhgon/rules/day';
import { sql } from 'kysely';
import { enterRecord } from '../events/append-events.ts';
import type { Db, Trx } from '../schema.ts';
import { type Checkpoint, type Reached, rootOf, type SignedCheckpoint } from './checkpoint.ts';

/**
 * Signs how far every chain has come, once a day; a second time that day changes nothing. Answers the checkpoint of
 * the day.
 */
export async function keepCheckpoint(
  db: Db,
  sign: (statement: Checkpoint) => string,
): Promise<SignedCheckpoint> {
  // Nobody is writing at this moment: whatever has a position up to this one is committed.
  const { at, position } = await db.transaction().execute(async (trx) => {
    const moment = await enterRecord(trx);
    const { rows } = await sql<{ position: string }>`
      select coalesce(max(position), 0)::text as position from event`.execute(trx);
    return { at: moment, position: rows[0]?.position ?? '0' };
  });
  const day = dayOf(at);
  const known = await checkpointOf(db, day);
  if (known) return known;
  const reached = await reachedAt(db, position);
  const statement: Checkpoint = { v: 1, day, at, position, chains: reached.length, root: rootOf(reached) };
  const jws = sign(statement);
  await db
    .insertInto('checkpoint')
    .values({ day, position, statement: JSON.stringify(statement), jws })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await checkpointOf(db, day)) ?? { statement, jws };
}

/**
 * How far each chain had come at a position of the feed, by subject. Goes from subject to subject in the index and from
 * each one's newest event back: there are a hundred times as many events as subjects.
 */
export async function reachedAt(db: Db | Trx, position: string): Promise<Reached[]> {
  const { rows } = await sql<Reached>`
    with recursive chain as (
      (select subject from event order by subject limit 1)
      union all
      select (select subject from event where subject > chain.subject order by subject limit 1)
      from chain where chain.subject is not null
    )
    select chain.subject, reached.epoch, reached.seq, reached.hash
    from chain cross join lateral (
      select epoch, seq, hash from event
      where event.subject = chain.subject and position <= ${position}::bigint
      order by epoch desc, seq desc limit 1
    ) reached
    order by chain.subject`.execute(db);
  return rows;
}

/** The checkpoint of a day, or the newest. */
export async function checkpointOf(db: Db, day?: LegalDate): Promise<SignedCheckpoint | null> {
  const row = await db
    .selectFrom('checkpoint')
    .select(['statement', 'jws'])
    .$if(day !== undefined, (query) => query.where('day', '=', day ?? ''))
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest checkpoints, newest first. */
export async function listCheckpoints(db: Db, limit: number): Promise<SignedCheckpoint[]> {
  return await db
    .selectFrom('checkpoint')
    .select(['statement', 'jws'])
    .orderBy('day', 'desc')
    .limit(limit)
    .execute();
}
