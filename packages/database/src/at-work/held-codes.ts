import { sql } from 'kysely';
import { waitForWriters } from '../events/append-events.ts';
import type { Db, Trx } from '../schema.ts';

/** Drafts under which a code is held, from before the command that is to use it until the record has it. */
export const SPLIT_KEY = 'split/';
export const START_KEY = 'start/';
/** A start whose author never came back holds its code no longer; none is on its way for so long. */
const HELD_MINUTES = 10;

const isHolding = (startsToo: boolean) => sql`(key like ${`${SPLIT_KEY}%`}
  or (${startsToo} and key like ${`${START_KEY}%`} and updated_at > now() - make_interval(mins => ${HELD_MINUTES})))`;

/**
 * Whether something else began it, or is about to: a plan that is split off, or begun, holds its code from before the
 * command is given. Asked in one statement, so that what goes from held to begun meanwhile is seen as one of them, and
 * once no import is half-way: of a hold and an import at one moment, one sees the other.
 */
export async function isTaken(
  db: Db,
  subject: string,
  commandId: string,
  by: 'start' | 'split' = 'start',
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await waitForWriters(trx);
    // Of two that begin under one code, Temporal takes one.
    const { rows } = await sql`
      select from event
      where subject = ${subject} and seq = 1 and command_id is distinct from ${commandId}
      union all
      select from draft
      where 'plan/' || (json ->> 'code') = ${subject} and ${isHolding(by === 'split')}
        and key not in (${`${SPLIT_KEY}${commandId}`}, ${`${START_KEY}${commandId}`})
      limit 1`.execute(trx);
    return rows.length > 0;
  });
}

/** Those of these plan codes that somebody is about to begin. Asked by a writer of the record, in its turn. */
export async function heldCodes(trx: Trx, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<{ code: string }>`
    select distinct json ->> 'code' as code from draft
    where json ->> 'code' = any(${codes}::text[]) and ${isHolding(true)}`.execute(trx);
  return rows.map(({ code }) => code);
}
