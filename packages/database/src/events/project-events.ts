import { sql } from 'kysely';
import { isWorkflowKind } from '@tinhgon/rules/subject-kinds';
import { projectedSubject } from '../queries/workflows/projected-subject.ts';
import { RowChanges, writtenNow } from '../rows/row-changes.ts';
import { changeRows } from '../rows/subject-rows.ts';
import { writeKnown, writeStanding } from '../rows/write-rows.ts';
import type { Db, Trx } from '../schema.ts';
import { appendEvents, enterRecord, lockHeads } from './append-events.ts';
import { EpochConflict, EventGap } from './errors.ts';
import {
  eventOf,
  eventRow,
  type EventRow,
  expectedHash,
  type StoredEvent,
  type WorkflowEvent,
} from './recorded-event.ts';
import { forgetFrom } from './forget-from.ts';
import { awaitStart, newParts, partsOf } from './split-off.ts';
import { parseSubject } from './subject.ts';

export interface Outbox {
  /** `{kind}/{code}` of a subject that lives in a workflow. */
  readonly subject: string;
  /** 1 for a workflow that was never reset. */
  readonly epoch: number;
  /** Everything not yet acknowledged, in order. */
  readonly events: readonly WorkflowEvent[];
}

/**
 * Takes a workflow's events into the record and brings its rows up to them, in one transaction. Delivery may be
 * repeated and out of order: what the record has already is passed over.
 *
 * @returns number of the last event the record has; the sender forgets all up to it.
 * @throws EventGap when events are missing before these.
 * @throws EpochConflict when the record has other events in their place.
 */
export async function projectEvents(db: Db, outbox: Outbox): Promise<{ ackedSeq: number }> {
  return db.transaction().execute(async (trx) => {
    const ackedSeq = await project(trx, outbox);
    return { ackedSeq };
  });
}

async function project(trx: Trx, { subject, epoch, events }: Outbox): Promise<number> {
  const { kind, code } = parseSubject(subject);
  if (!isWorkflowKind(kind)) throw new RangeError(`${subject} has no workflow`);
  const parts = partsOf(kind, events);
  const heads = await lockHeads(trx, [subject, ...parts.map((part) => part.subject)]);
  const head = heads.get(subject);
  if (!head) throw new Error(`${subject}: no head`);
  if (epoch < head.epoch)
    throw new EpochConflict(subject, head.epoch, 'the subject has gone on in a later epoch');
  const [first] = events;
  if (!first) return head.seq;
  if (first.seq > head.seq + 1) throw new EventGap(subject, head.seq, first.seq);

  const turn = epoch > head.epoch && head.seq > 0;
  const known = turn ? [] : await storedRows(trx, subject, first.seq, events.at(-1)?.seq ?? first.seq);
  for (const row of known) {
    const event = events.find(({ seq }) => seq === row.seq);
    if (event && eventRow(subject, row.epoch, event, row.prev_hash).hash !== expectedHash(row)) {
      throw new EpochConflict(
        subject,
        head.epoch,
        `event ${row.seq} is already on record with other content`,
      );
    }
  }
  const from = turn ? first.seq : head.seq + 1;
  const fresh = events.filter(({ seq }) => seq >= from);
  if (fresh.length === 0) return head.seq;

  const earlier = turn ? await storedRows(trx, subject, 1, first.seq - 1) : [];
  const forgotten = turn ? await forgetFrom(trx, subject, epoch, first.seq) : [];
  const changes = new RowChanges();
  const before = turn ? null : await projectedSubject(trx, kind, code);
  const writtenBefore = new Map(earlier.map((row) => [row.seq, row.written_at]));
  changeRows(changes, kind, before?.state ?? null, [...earlier.map(eventOf), ...fresh], ({ seq }) =>
    writtenBefore.get(seq),
  );
  const begun = await newParts(trx, partsOf(kind, fresh), heads);
  for (const part of begun) changeRows(changes, 'plan', null, [part.event], writtenNow);
  await writeStanding(trx, changes);
  await sql`delete from pending_start where subject = ${subject}`.execute(trx);
  await awaitStart(trx, begun);
  const moment = await enterRecord(trx);
  await writeKnown(trx, changes, moment, forgotten);

  let prevHash = turn ? (earlier.at(-1)?.hash ?? null) : head.hash;
  const rows: EventRow[] = [];
  for (const event of fresh) {
    const row = eventRow(subject, epoch, event, prevHash);
    prevHash = row.hash;
    rows.push(row);
  }
  rows.push(...begun.map((part) => eventRow(part.subject, 1, part.event, null)));
  await appendEvents(trx, rows, moment);
  return fresh.at(-1)?.seq ?? head.seq;
}

async function storedRows(trx: Trx, subject: string, from: number, to: number): Promise<StoredEvent[]> {
  return trx
    .selectFrom('current_event')
    .selectAll()
    .where('subject', '=', subject)
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .orderBy('seq')
    .execute();
}
