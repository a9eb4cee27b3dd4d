import type { Actor } from '@tinhgon/rules/actor';
import { personRef } from '@tinhgon/rules/actor';
import type { Instant } from '@tinhgon/rules/days';
import { forgetLooks } from '../at-work/read-marks.ts';
import { appendEvents, enterRecord, lockHeads } from '../events/append-events.ts';
import { eventRow } from '../events/recorded-event.ts';
import { parseSubject } from '../events/subject.ts';
import { countAnew, countBaselines } from '../counting/count-anew.ts';
import { countProposed } from '../counting/count-proposed.ts';
import { plansOf } from '../counting/touched.ts';
import type { Trx } from '../schema.ts';
import { baselinesIn } from './baseline-rows.ts';
import { applyCatalogueEvents, type WrittenEvent } from './catalogue-rows.ts';
import type { CatalogueEvent, CatalogueEventBody } from './event.ts';

/** Who writes to the catalogue and when; `commandId` where a client named its command. */
export interface Stamp {
  readonly actor: Pick<Actor, 'id' | 'name'>;
  readonly now: Instant;
  readonly commandId?: string;
}

/** Epoch of subjects that have no workflow, and of every workflow before it is ever reset. */
export const FIRST_EPOCH = 1;

/** Writes catalogue changes with their events. The transaction's last act. */
export async function writeCatalogue(
  trx: Trx,
  changes: readonly { readonly subject: string; readonly body: CatalogueEventBody }[],
  { actor, now, commandId }: Stamp,
): Promise<void> {
  if (changes.length === 0) return;
  const heads = await lockHeads(trx, [...new Set(changes.map(({ subject }) => subject))]);
  const rows = [];
  const events: WrittenEvent[] = [];
  const writtenAt = await enterRecord(trx);
  for (const { subject, body } of changes) {
    // What is written under a name nobody can read again would stop the next rebuild.
    parseSubject(subject);
    const head = heads.get(subject) ?? { epoch: 0, seq: 0, version: 0, hash: null };
    const event: CatalogueEvent = {
      ...body,
      seq: head.seq + 1,
      version: head.version + 1,
      at: now,
      actor: personRef(actor as Actor),
      ...(commandId === undefined ? {} : { commandId }),
    };
    const row = eventRow(subject, FIRST_EPOCH, event, head.hash);
    heads.set(subject, { epoch: FIRST_EPOCH, seq: row.seq, version: row.version, hash: row.hash });
    rows.push(row);
    events.push({ subject, event, writtenAt });
  }
  await applyCatalogueEvents(trx, events);
  await countCatalogue(trx, events);
  await forgetThoseWhoLeft(trx, events);
  await appendEvents(trx, rows, writtenAt);
}

/** Whoever has left reads no more, whichever way they were entered as having left. */
async function forgetThoseWhoLeft(trx: Trx, events: readonly WrittenEvent[]): Promise<void> {
  for (const { event } of events) {
    if (event.type === 'personSaved' && !event.person.active) await forgetLooks(trx, event.person.id);
  }
}

/** Brings totals up to what the catalogue says of agencies in charge and of baselines. */
async function countCatalogue(trx: Trx, events: readonly WrittenEvent[]): Promise<void> {
  // Baselines first: what is counted anew is taken out of the cells of all baselines there are, and put back.
  await countBaselines(trx, baselinesIn(events));
  const saved = events.flatMap(({ event }) =>
    event.type === 'procedureSaved' ? [event.procedure.code] : [],
  );
  await countAnew(trx, saved);
  await countProposed(trx, await plansOf(trx, saved));
}
