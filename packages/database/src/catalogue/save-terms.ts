import type { CalendarInput, CalendarVersion } from '@tinhgon/rules/calendar-version';
import type { ChainInput } from '@tinhgon/rules/chain-version';
import type { FunctionSeat } from '@tinhgon/rules/views/terms';
import { lockHeads } from '../events/append-events.ts';
import { CALENDAR, newestCalendar } from '../queries/terms/calendars.ts';
import { newestChainVersion } from '../queries/terms/chains.ts';
import type { Db } from '../schema.ts';
import { VersionMoved } from './errors.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

/** Enters the next version of the working calendar. @throws VersionMoved */
export async function saveCalendar(
  db: Db,
  { basedOn, days, reason }: CalendarInput,
  stamp: Stamp,
): Promise<CalendarVersion> {
  return db.transaction().execute(async (trx) => {
    const sorted = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
    const seen = await newestCalendar(trx);
    // Sent twice, or nothing changed: there is no new version.
    if (isSame(seen.days, sorted)) return seen;
    await lockHeads(trx, [CALENDAR]);
    const newest = await newestCalendar(trx);
    if (newest.version !== basedOn) throw new VersionMoved(String(newest.version));
    const calendar = { version: newest.version + 1, days: sorted };
    await writeCatalogue(
      trx,
      [{ subject: CALENDAR, body: { type: 'calendarSaved', calendar, reason } }],
      stamp,
    );
    return calendar;
  });
}

/** Enters the next version of a chain; sent again it is the same version. @throws VersionMoved */
export async function saveChain(
  db: Db,
  { id, basedOn, steps, from, to, reason }: ChainInput,
  stamp: Stamp,
): Promise<{ readonly id: string; readonly version: number }> {
  return db.transaction().execute(async (trx) => {
    const subject = `chain/${id}`;
    await lockHeads(trx, [subject]);
    const newest = await newestChainVersion(trx, id);
    if (newest === basedOn + 1 && (await isChain(trx, { id, version: newest }, { steps, from, to }))) {
      return { id, version: newest };
    }
    if (newest !== basedOn) throw new VersionMoved(String(newest));
    const chain = { id, version: newest + 1, steps, from, to };
    await writeCatalogue(trx, [{ subject, body: { type: 'chainSaved', chain, reason } }], stamp);
    return { id, version: chain.version };
  });
}

/** Whether that version is what is sent: after a time-out its author cannot know that it was kept. */
async function isChain(
  db: Db,
  { id, version }: Pick<ChainInput, 'id'> & { readonly version: number },
  sent: Pick<ChainInput, 'steps' | 'from' | 'to'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('chain_version')
    .select(['steps', 'from', 'to'])
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return isSame(row, sent);
}

/** Says which agency a function belongs to from a day on; entered again for the same day it takes the place of that. */
export async function saveFunctionSeat(db: Db, seat: FunctionSeat, stamp: Stamp): Promise<FunctionSeat> {
  return db.transaction().execute(async (trx) => {
    const subject = `function/${seat.function}`;
    const old = await trx
      .selectFrom('function_seat')
      .selectAll()
      .where('function', '=', seat.function)
      .where('from', '=', seat.from)
      .executeTakeFirst();
    if (!isSame(old, seat)) {
      await writeCatalogue(trx, [{ subject, body: { type: 'functionSeatSaved', seat } }], stamp);
    }
    return seat;
  });
}
