import { sql } from 'kysely';
import { applyCatalogueEvents, type WrittenEvent } from '../catalogue/catalogue-rows.ts';
import type { CatalogueEvent } from '../catalogue/event.ts';
import { countAnew } from '../counting/count-anew.ts';
import { countProposed } from '../counting/count-proposed.ts';
import { eventOf, type StoredEvent } from '../events/recorded-event.ts';
import { parseSubject } from '../events/subject.ts';
import { isWorkflowKind } from '@tinhgon/rules/subject-kinds';
import { RowChanges } from '../rows/row-changes.ts';
import { changeRows } from '../rows/subject-rows.ts';
import { writeUncounted } from '../rows/write-rows.ts';
import type { Db, Trx } from '../schema.ts';
import { currentTables } from './current-tables.ts';

/** Subjects whose events are held in memory at once. */
const BATCH = 500;

/**
 * Makes every current row again from the events, in one transaction. Readers see the old rows until it commits;
 * decisions wait in their workflows' outboxes. Returns how many subjects there were.
 */
export async function rebuild(db: Db): Promise<number> {
  return db.transaction().execute(rebuildWithin);
}

export async function rebuildWithin(trx: Trx): Promise<number> {
  // Whoever writes events locks heads first: nobody else is half-way from here on.
  await sql`lock table head in share row exclusive mode`.execute(trx);
  for (const table of currentTables) await trx.deleteFrom(table).execute();
  await sql`
    insert into head (subject, epoch, seq, version, hash)
    select distinct on (subject) subject, epoch, seq, version, hash
    from current_event order by subject, seq desc`.execute(trx);
  let done = 0;
  for (let after = ''; ; ) {
    const subjects = await trx
      .selectFrom('head')
      .select('subject')
      .where('subject', '>', after)
      .orderBy('subject')
      .limit(BATCH)
      .execute();
    const last = subjects.at(-1);
    if (!last) break;
    await replay(trx, after, last.subject);
    after = last.subject;
    done += subjects.length;
  }
  await countEverything(trx);
  return done;
}

/** Counts in the end: what one subject says of a procedure depends on what others say. */
async function countEverything(trx: Trx): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    select procedure_code as code from link union select procedure_code from baseline_member order by code`.execute(
    trx,
  );
  await countAnew(
    trx,
    rows.map(({ code }) => code),
  );
  const plans = await trx.selectFrom('link').select('plan_code').distinct().execute();
  await countProposed(
    trx,
    plans.map(({ plan_code }) => plan_code),
  );
}

/** Replays the events of subjects after one, up to and including another. */
async function replay(trx: Trx, after: string, upTo: string): Promise<void> {
  const rows: StoredEvent[] = await trx
    .selectFrom('current_event')
    .selectAll()
    .where('subject', '>', after)
    .where('subject', '<=', upTo)
    .orderBy('subject')
    .orderBy('seq')
    .execute();
  const changes = new RowChanges();
  const catalogue: WrittenEvent[] = [];
  for (const [subject, own] of Map.groupBy(rows, (row) => row.subject)) {
    const { kind } = parseSubject(subject);
    const events = own.map(eventOf);
    const written = new Map(own.map((row) => [row.seq, row.written_at]));
    if (isWorkflowKind(kind)) changeRows(changes, kind, null, events, ({ seq }) => written.get(seq));
    // An operation's rows are work in hand, and what it did stands in the events of those it did it to.
    else if (kind !== 'operation')
      catalogue.push(
        ...own.map((row) => ({ subject, event: eventOf(row) as CatalogueEvent, writtenAt: row.written_at })),
      );
  }
  // Every event has its moment; the one given here is that of none.
  await writeUncounted(trx, changes, rows.at(-1)?.written_at ?? '');
  await applyCatalogueEvents(trx, catalogue);
}
